/** Invented people for the measurements, each with a number of their own. Part of `npm run bench`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../main/sandbox/sandbox.ts';
import { type Program, startProgram } from '../support/program.ts';
import { readOtp } from '../support/visitor-client.ts';

/** A sandbox in a process of its own, as the upstream is one, and who is registered there. */
export interface Upstream {
  readonly url: string;
  readonly people: readonly Person[];
  /** The code that was sent to a person last. */
  readonly readOtp: (person: Person) => Promise<string>;
  readonly stop: Program['stop'];
}

/** Starts the sandbox with so many people. */
export async function startUpstream(folder: string, count: number): Promise<Upstream> {
  const people = Array.from({ length: count }, (_, index): Person => {
    const mobile_number = String(9_000_000_000 + index);
    return { full_name: `Asha Kumari ${index}`, mobile_number, vaccination_status: 2 };
  });
  const file = join(folder, 'people.yml');
  // JSON is YAML as well, and quickly written.
  writeFileSync(file, JSON.stringify(people));
  const sandbox = await startProgram(['sandbox', '--port', '0', '--people', file]);
  const { url, stop } = sandbox;
  return { url, people, readOtp: (person) => readOtp(url, person.mobile_number), stop };
}
