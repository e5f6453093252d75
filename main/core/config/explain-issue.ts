/**
 * Words for what the schema refuses. No value is ever repeated: it may be a key, or a slip of the clipboard.
 * Part of the core.
 */
import type * as z from 'zod';
import { findClosestWord } from '../../contract/public.ts';
import { isPlainKey } from './problem.ts';

const kinds: Readonly<Record<string, string>> = {
  string: 'text; put quotes around it if it looks like something else',
  number: 'a number',
  int: 'a whole number',
  array: 'a list: [one, two]',
  object: 'a group of keys',
  record: 'a group of keys',
};

/** The error map of the schema: one sentence in lower case, to stand after the key. */
export function explainIssue(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return explainType(issue.expected, issue.input);
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small':
      return explainBound(issue.origin, `${issue.minimum} or more`);
    case 'too_big':
      return explainBound(issue.origin, `${issue.maximum} or less`);
    case 'invalid_key':
      return 'takes a word of a-z, 0-9 and -, at most 32 long, that starts with a letter';
    default:
      return 'is not valid';
  }
}

function explainType(expected: string, input: unknown): string {
  if (input === undefined) {
    return 'is missing';
  }
  if (input === null) {
    return 'has nothing in it: give it a value or take the line out';
  }
  return `must be ${kinds[expected] ?? expected}`;
}

function explainBound(origin: string, bound: string): string {
  if (origin === 'string') {
    return `must have ${bound} characters`;
  }
  return origin === 'array' ? `must have ${bound} entries` : `must be ${bound}`;
}

/** What to say of a key that is not known, with the one that was probably meant. */
export function explainUnknownKey(key: string, known: readonly string[]): string {
  const closest = findClosestWord(key, known);
  const hint = closest === undefined ? `known here: ${known.join(', ')}` : `did you mean "${closest}"?`;
  return isPlainKey(key)
    ? `is not a key of the configuration; ${hint}`
    : `holds a key that is not known, and not repeated as it may be part of a secret; ${hint}`;
}
