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

/** What a row keeps of a name: 0 nothing that can be searched, 1 its mask, 2 all of it. */
const namesOfRow = "CASE WHEN subject_mobile IS NULL THEN 0 WHEN subject_mobile LIKE '•%' THEN 1 ELSE 2 END";

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
      (block, outcome, purpose, channel, operator, first_seq, last_seq, first_at, last_at, names)
      SELECT (seq - 1) / ${blockRows}, outcome, coalesce(purpose, ''), channel, coalesce(operator, ''),
        min(seq), max(seq), min(at), max(at), max(${namesOfRow})
      FROM entries WHERE seq > ? AND seq <= ? GROUP BY 1, 2, 3, 4, 5`;
    statement(database, sql).run(last - blockRows, last);
  }
  return !isFull;
}

/** The newest ranges before this number that can hold a row of the filter, newest first; at most one a block. */
export function selectRanges(
  database: ReadDatabase,
  filter: KindFilter & { readonly named?: boolean | undefined },
  before: number,
): SeqRange[] {
  const { clauses, bound } = kindClauses(filter, { latest: 'last_at', earliest: 'first_at' });
  const sql = `SELECT min(first_seq) AS first, max(last_seq) AS last FROM entry_spans
    WHERE block <= ? AND first_seq < ? ${filter.named === true ? 'AND names > 0' : ''} ${clauses} GROUP BY block ORDER BY block DESC LIMIT ${blocksAtOnce}`;
  const block = Math.floor((before - 2) / blockRows);
  const ranges = statement(database, sql).all(block, before, ...bound) as SeqRange[];
  return ranges.map(({ first, last }) => ({ first, last: Math.min(last, before - 1) }));
}

/** In which forms the log keeps names. */
export interface NameForms {
  readonly masked: boolean;
  readonly full: boolean;
}

/** The forms of names in the whole log. */
export function selectNameForms(database: ReadDatabase): NameForms {
  const sql = `SELECT names FROM entry_spans GROUP BY names
    UNION SELECT ${namesOfRow} FROM entries WHERE seq > ?`;
  const forms = statement(database, sql).pluck().all(selectSpannedTo(database)) as number[];
  return { masked: forms.includes(1), full: forms.includes(2) };
}

/** Among how many rows the named ones of a filter are, without those that the spans do not know yet. */
export function selectNamedWidth(database: ReadDatabase, filter: KindFilter, before: number): number {
  const { clauses, bound } = kindClauses(filter, { latest: 'last_at', earliest: 'first_at' });
  const sql = `SELECT coalesce(sum(width), 0) FROM (SELECT max(last_seq) - min(first_seq) + 1 AS width FROM entry_spans
    WHERE names > 0 AND first_seq < ? ${clauses} GROUP BY block)`;
  return statement(database, sql)
    .pluck()
    .get(before, ...bound) as number;
}
