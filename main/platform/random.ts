/**
 * The Random port on the system's generator.
 * Runs in Node, in every host.
 */
import { randomBytes } from 'node:crypto';
import type { Random } from '../core/ports.ts';

/** Builds the port. */
export function buildRandom(): Random {
  return { bytes: (count) => new Uint8Array(randomBytes(count)) };
}
