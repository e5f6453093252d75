/**
 * Reading JSON that may not be there. Runs in the Node of the machine.
 */
import { readFileSync } from 'node:fs';

/** The value of a JSON file; undefined when there is no such file or it was cut off in the middle. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
