/** Files of invented people as offices write them, for tests of the roster, also in child processes. For tests only. */
import type { RosterMapping } from '../../../../main/contract/public.ts';
import type { Caller } from '../../../../main/core/dispatch/caller.ts';
import type { Person } from '../../../../main/core/entry-log/entry.ts';

/** Whoever may do all. */
export const manager: Caller = { kind: 'operator', id: 'one', local: true };

/** As {@link writeFile} lays them. */
export const mapping: RosterMapping = { reference: 0, name: 1, mobile: 2 };

export const siteKey = new Uint8Array(32).fill(7);

/** Somebody in a file. */
export interface Employee extends Person {
  readonly reference: string;
}

/** An invented person of a number. */
export function inventPerson(index: number): Employee {
  return { reference: `E${index}`, fullName: `Asha Kumari ${index}`, mobileNumber: String(9_000_000_000 + index) };
}

/** So many invented people from a number on. */
export function inventPeople(count: number, from = 0): Employee[] {
  return Array.from({ length: count }, (_, index) => inventPerson(from + index));
}

/** The people as a file with titles. */
export function writeFile(people: readonly Employee[]): string {
  const lines = people.map(({ reference, fullName, mobileNumber }) => `${reference},${fullName},${mobileNumber}`);
  return ['Employee ID,Full name,Mobile number', ...lines, ''].join('\r\n');
}

/** A roster, and one that replaces it: some stay, some go, some come. */
export const first = inventPeople(300);
export const second = inventPeople(400, 100);
