/**
 * All SQL of the spans: between which numbers the entries of a kind are, for each thousand of the log. Everything in
 * them is made of `entries`; the thousand that is not full has none yet and is read as it is. Functions take the handle
 * first.
 */
import { type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';
import { type KindFilter, kindClauses } from './list-sql.ts';

/** Rows of a block: few enough to read them all, many enough that the spans of a million rows are read at once. */
export const blockRows = 1000;

/** Blocks of one page of a search. */
const blocksAtOnce = 64;

/** Numbers from `first` to `last`, both among them. */
export interface SeqRange {
  readonly first: number;
  readonly last: number;
}

/** The newest row that the spans know of; all before it are known as well. */
export function selectSpannedTo(database: ReadDatabase): number {
  const sql = 'SELECT block FROM entry_spans ORDER BY block DESC LIMIT 1';
  const block = statement(database, sql).pluck().get() as number | undefined;
  return block === undefined ? 0 : (block + 1) * blockRows;
}

/** Makes the spans of the next thousand, if it is full. @returns whether none is left to make */
export function fillSpans(database: WriteDatabase): boolean {
  const last = selectSpannedTo(database) + blockRows;
  const isFull = statement(database, 'SELECT 1 FROM entries WHERE seq = ?').get(last) !== undefined;
  if (isFull) {
    const sql = `INSERT INTO entry_spans
      (block, outcome, purpose, channel, operator, first_seq, last_seq, first_at, last_at)
      SELECT (seq - 1) / ${blockRows}, outcome, coalesce(purpose, ''), channel, coalesce(operator, ''),
        min(seq), max(seq), min(at), max(at)
      FROM entries WHERE seq > ? AND seq <= ? GROUP BY 1, 2, 3, 4, 5`;
    statement(database, sql).run(last - blockRows, last);
  }
  return !isFull;
}

/** The newest ranges before this number that can hold a row of the filter, newest first; at most one a block. */
export function selectRanges(database: ReadDatabase, filter: KindFilter, before: number): SeqRange[] {
  const { clauses, bound } = kindClauses(filter, { latest: 'last_at', earliest: 'first_at' });
  const sql = `SELECT min(first_seq) AS first, max(last_seq) AS last FROM entry_spans
    WHERE block <= ? AND first_seq < ? ${clauses} GROUP BY block ORDER BY block DESC LIMIT ${blocksAtOnce}`;
  const block = Math.floor((before - 2) / blockRows);
  const ranges = statement(database, sql).all(block, before, ...bound) as SeqRange[];
  return ranges.map(({ first, last }) => ({ first, last: Math.min(last, before - 1) }));
}
