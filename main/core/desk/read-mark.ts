/** What somebody types or reads out to mean one entry: its number or its check code. Part of the core. */
import { toLatinDigits } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { findByCheckCode } from '../entry-index/search.ts';
import { readCheckCode } from '../entry-log/leaf.ts';

/** Reads an entry number, in the digits of any script, with or without a `#` and spaces. */
export function readSeq(text: string): number | undefined {
  const match = /^#?0*([1-9][0-9]{0,14})$/.exec(toLatinDigits(text).replace(/[\s\u00a0]/gu, ''));
  return match === null ? undefined : Number(match[1]);
}

/** The numbers that this may mean, oldest first: eight digits may be either. Whether there is such an entry is not asked. */
export function seqsOfMark(database: ReadDatabase, text: string): number[] {
  const seq = readSeq(text);
  const code = readCheckCode(toLatinDigits(text));
  const found = code === undefined ? [] : findByCheckCode(database, code);
  return seq === undefined || found.includes(seq) ? found : [...found, seq].sort((a, b) => a - b);
}
