/** What one line of a file becomes: a person with a reference, or what is wrong with it. Pure. */
import {
  longestName,
  parseFullName,
  parseMobileNumber,
  type RosterMapping,
  type RosterProblem,
  toLatinDigits,
} from '../../contract/public.ts';
import type { Person } from '../entry-log/entry.ts';
import { normaliseName } from '../entry-log/subject.ts';

/** The longest reference, in UTF-16 units. */
export const longestReference = 100;

/** Somebody whom the office expects. */
export interface ExpectedPerson {
  /** In NFC with single spaces; it stays in clear. */
  readonly reference: string;
  readonly person: Person;
}

/** What is wrong with a column of a line. */
export type LineProblem = Omit<RosterProblem, 'line'>;

type Checked<T> = T | { readonly problem: RosterProblem['problem'] };

/** Checks the cells of a line. Either of the two is missing. */
export function checkLine(
  cells: readonly string[],
  mapping: RosterMapping,
): { readonly expected?: ExpectedPerson; readonly problems: readonly LineProblem[] } {
  const fullName = checkName(cells[mapping.name] ?? '');
  const mobileNumber = checkMobile(cells[mapping.mobile] ?? '');
  const reference = checkReference(cells[mapping.reference] ?? '');
  if (typeof fullName === 'string' && typeof mobileNumber === 'string' && typeof reference === 'string') {
    const person = { fullName, mobileNumber };
    return namesPerson(reference, person)
      ? { problems: [{ column: 'reference', problem: 'names-the-person' }] }
      : { expected: { reference, person }, problems: [] };
  }
  const columns = Object.entries({ name: fullName, mobile: mobileNumber, reference });
  return {
    problems: columns.flatMap(([column, checked]) =>
      typeof checked === 'string' ? [] : [{ column: column as keyof RosterMapping, problem: checked.problem }],
    ),
  };
}

function fold(cell: string): string {
  return cell.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function checkName(cell: string): Checked<string> {
  const name = fold(cell);
  if (name === '') {
    return { problem: 'missing' };
  }
  return parseFullName(cell) ?? { problem: name.length > longestName ? 'too-long' : 'not-a-name' };
}

function checkMobile(cell: string): Checked<string> {
  return cell.trim() === '' ? { problem: 'missing' } : (parseMobileNumber(cell) ?? { problem: 'not-a-mobile-number' });
}

function checkReference(cell: string): Checked<string> {
  const reference = fold(cell);
  if (reference === '') {
    return { problem: 'missing' };
  }
  if (reference.length > longestReference) {
    return { problem: 'too-long' };
  }
  return /[^\P{C}\u200C\u200D]/u.test(reference) ? { problem: 'not-readable' } : reference;
}

/** Names and numbers are kept nowhere, and so not as references either: the number, the name, or two of its words. */
function namesPerson(reference: string, { fullName, mobileNumber }: Person): boolean {
  const signs = /[^\p{L}\p{M}\p{N}]/gu;
  const text = normaliseName(reference);
  const name = normaliseName(fullName);
  const words = name.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 2);
  return (
    toLatinDigits(reference)
      .replace(/[^0-9]/g, '')
      .includes(mobileNumber) ||
    text.replace(signs, '') === name.replace(signs, '') ||
    (words.length > 1 && words.every((word) => text.includes(word)))
  );
}
