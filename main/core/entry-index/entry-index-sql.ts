/**
 * All SQL of the entry index. Functions take the handle first. The index is complete up to the row of
 * `selectIndexedTo`; who reads goes on from there in `entries` itself, as `search.ts` and `groups.ts` do.
 */
import { type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';
import type { Channel, Outcome } from '../entry-log/entry.ts';
import { type Column, groupRows } from './cells.ts';
import { hasTables } from './entry-index-tables.ts';

/** The row up to which the index is complete; 0 also where it is not there. */
export function selectIndexedTo(database: ReadDatabase): number {
  if (!hasTables(database)) {
    return 0;
  }
  const indexedTo = statement(database, 'SELECT indexed_to FROM entry_index').pluck().get() as number | undefined;
  return indexedTo ?? 0;
}

/** Notes up to which row the index is complete. */
export function updateIndexedTo(database: WriteDatabase, seq: number): void {
  statement(database, 'INSERT INTO entry_index VALUES (1, ?) ON CONFLICT DO UPDATE SET indexed_to = ?').run(seq, seq);
}

/** What the index is made of: a row with what it needs of it. */
export interface IndexedRow {
  readonly seq: number;
  readonly at: string;
  readonly purpose: string | null;
  readonly channel: Channel;
  readonly outcome: Outcome;
  readonly operator: string | null;
  readonly subject_ref: string | null;
  readonly subject_name: string | null;
  /** 1 while the row holds something of a person. */
  readonly kept: 0 | 1;
  /** The first eight hex digits of the leaf. */
  readonly leaf: string;
}

/** The rows after one, in order. */
export function selectRowsAfter(database: ReadDatabase, seq: number, limit: number): IndexedRow[] {
  const sql = `SELECT seq, at, purpose, channel, outcome, operator, subject_ref, subject_name,
    subject_salt IS NOT NULL AS kept, hex(substr(leaf_hash, 1, 4)) AS leaf FROM entries WHERE seq > ? ORDER BY seq LIMIT ?`;
  return statement(database, sql).all(seq, limit) as IndexedRow[];
}

/** The cells of a block, or undefined. */
export function selectCells(database: ReadDatabase, { table }: Column, block: number): Buffer | undefined {
  return statement(database, `SELECT cells FROM ${table} WHERE block = ?`).pluck().get(block) as Buffer | undefined;
}

/** Writes a block, in the place of the one before. */
export function upsertCells(database: WriteDatabase, { table }: Column, block: number, cells: Uint8Array): void {
  const sql = `INSERT INTO ${table} (block, cells) VALUES (?, ?) ON CONFLICT DO UPDATE SET cells = excluded.cells`;
  statement(database, sql).run(block, cells);
}

/** Whether the reference of a row begins so. */
export function hasSubject(database: ReadDatabase, seq: number, ref: string): boolean {
  const sql = `SELECT 1 FROM entries WHERE seq = ? AND ${refBegins}`;
  return statement(database, sql).get(seq, ref, endOf(ref)) !== undefined;
}

/** The rows after one whose reference begins so, in order. Reads them all. */
export function selectBySubject(database: ReadDatabase, ref: string, after: number): number[] {
  const sql = `SELECT seq FROM entries WHERE seq > ? AND ${refBegins} ORDER BY seq`;
  return statement(database, sql).pluck().all(after, ref, endOf(ref)) as number[];
}

const refBegins = 'subject_ref >= ? AND subject_ref < ?';

/** What comes after all references that begin so: "g" comes after every hex digit. */
function endOf(ref: string): string {
  return `${ref}g`;
}

/** Whether the leaf of a row begins so. */
export function hasLeaf(database: ReadDatabase, seq: number, bytes: Uint8Array): boolean {
  const sql = 'SELECT 1 FROM entries WHERE seq = ? AND substr(leaf_hash, 1, ?) = ?';
  return statement(database, sql).get(seq, bytes.length, bytes) !== undefined;
}

/** The rows after one whose leaf begins so, in order. Reads them all. */
export function selectByLeaf(database: ReadDatabase, bytes: Uint8Array, after: number): number[] {
  const sql = 'SELECT seq FROM entries WHERE seq > ? AND substr(leaf_hash, 1, ?) = ? ORDER BY seq';
  return statement(database, sql).pluck().all(after, bytes.length, bytes) as number[];
}

/** The name that a row holds, if any. */
export function selectName(database: ReadDatabase, seq: number): string | null | undefined {
  const sql = 'SELECT subject_name FROM entries WHERE seq = ?';
  return statement(database, sql).pluck().get(seq) as string | null | undefined;
}

/** Rows read at once, one after the other. */
const rowsAtOnce = 1000;

/** The names of the rows between two others, without them, newest first. */
export function* selectNamesBetween(
  database: ReadDatabase,
  after: number,
  before: number,
): Generator<{ readonly seq: number; readonly name: string }> {
  const sql = `SELECT seq, subject_name AS name FROM entries
    WHERE seq > ? AND seq < ? AND subject_name IS NOT NULL ORDER BY seq DESC LIMIT ${rowsAtOnce}`;
  for (let last: number | undefined = before; last !== undefined; ) {
    const rows = statement(database, sql).all(after, last) as { seq: number; name: string }[];
    yield* rows;
    last = rows.at(-1)?.seq;
  }
}

/** Blocks of one page of a search. */
const blocksAtOnce = 64;

/** The newest blocks before this one in which these bytes are, newest first. */
export function selectBlocksWith(
  database: ReadDatabase,
  { table }: Column,
  bytes: Uint8Array,
  before: number,
): { readonly block: number; readonly cells: Buffer }[] {
  const sql = `SELECT block, cells FROM ${table} WHERE block < ? AND instr(cells, ?) > 0
    ORDER BY block DESC LIMIT ${blocksAtOnce}`;
  return statement(database, sql).all(before, bytes) as { block: number; cells: Buffer }[];
}

/** Notes that a row holds something of a person. */
export function insertKept(database: WriteDatabase, purpose: string | null, at: string, seq: number): void {
  const sql = 'INSERT INTO entry_kept (purpose, at, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
  statement(database, sql).run(purpose ?? '', at, seq);
}

/** Notes that a row holds nothing of a person any longer. @returns whether it was noted that it did */
export function deleteKept(database: WriteDatabase, seq: number): boolean {
  const sql = `DELETE FROM entry_kept
    WHERE (purpose, at, seq) = (SELECT coalesce(purpose, ''), at, seq FROM entries WHERE seq = ?)`;
  return statement(database, sql).run(seq).changes === 1;
}

/** Rows of one kind in one quarter of an hour. */
export interface EntryGroup {
  /** `2026-01-15T04:30`, in UTC. */
  readonly quarter: string;
  readonly outcome: Outcome;
  readonly purpose: string | null;
  readonly channel: Channel;
  readonly operator: string | null;
  readonly count: number;
  /** All its rows are between these two, which are at most a thousand apart; between them are rows of other groups as well. */
  readonly firstSeq: number;
  readonly lastSeq: number;
}

const groupColumns = `quarter, outcome, nullif(purpose, '') AS purpose, channel, nullif(operator, '') AS operator,
  count, first_seq AS firstSeq, last_seq AS lastSeq`;

/** Adds rows to their group; the numbers grow from one call to the next. */
export function upsertGroup(database: WriteDatabase, group: EntryGroup): void {
  const sql = `INSERT INTO entry_groups
      (quarter, outcome, purpose, channel, operator, block, count, first_seq, last_seq)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET count = count + excluded.count, last_seq = excluded.last_seq`;
  const { quarter, outcome, purpose, channel, operator, count, firstSeq, lastSeq } = group;
  const kind = [quarter, outcome, purpose ?? '', channel, operator ?? ''] as const;
  statement(database, sql).run(...kind, blockOf(firstSeq), count, firstSeq, lastSeq);
}

/** The block of a group whose rows have such numbers. */
export function blockOf(seq: number): number {
  return Math.floor(seq / groupRows);
}

/** The groups from one quarter to another, without the latter, in order. */
export function selectGroups(database: ReadDatabase, from: string, until: string): EntryGroup[] {
  const sql = `SELECT ${groupColumns} FROM entry_groups WHERE quarter >= ? AND quarter < ? ORDER BY quarter, first_seq`;
  return statement(database, sql).all(from, until) as EntryGroup[];
}

/** By what rows can be filtered. */
export type GroupKind = 'outcome' | 'purpose' | 'channel' | 'operator';

/**
 * The newest groups of a kind (null: of the rows that have none) with rows before this number, newest first: where
 * the rows of a filtered list are. Their order is that of their last rows; groups of one thousand rows may overlap.
 */
export function selectNewestGroups(
  database: ReadDatabase,
  page: {
    readonly by: GroupKind;
    readonly value: string | null;
    readonly before: number;
    readonly limit: number;
  },
): EntryGroup[] {
  const { by, value, before, limit } = page;
  const sql = `SELECT ${groupColumns} FROM entry_groups
    WHERE ${by} = ? AND last_seq < ? AND first_seq < ? ORDER BY last_seq DESC LIMIT ?`;
  // No group of a later block has rows before this one.
  const blockEnd = (blockOf(before) + 1) * groupRows;
  return statement(database, sql).all(value ?? '', blockEnd, before, limit) as EntryGroup[];
}

/** How many rows the groups have together. */
export function sumGroups(database: ReadDatabase): number {
  return statement(database, 'SELECT coalesce(sum(count), 0) FROM entry_groups').pluck().get() as number;
}

/** How many blocks a column has. */
export function countBlocks(database: ReadDatabase, { table }: Column): number {
  return statement(database, `SELECT count(*) FROM ${table}`).pluck().get() as number;
}
