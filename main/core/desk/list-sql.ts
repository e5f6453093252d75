/** All SQL of the list of entries. Functions take the handle first; times are ISO 8601 in UTC. */
import type { VaccinationStatus } from '../../contract/public.ts';
import { type Bound, type ReadDatabase, statement } from '../db/database.ts';
import type { Channel, Outcome } from '../entry-log/entry.ts';
import type { SeqRange } from './spans-sql.ts';

/** By what entries are chosen; all that is given must hold. */
export interface KindFilter {
  readonly outcome?: Outcome | undefined;
  /** Whether acts are chosen, where no outcome is. */
  readonly acts?: boolean | undefined;
  readonly purpose?: string | undefined;
  readonly channel?: Channel | undefined;
  readonly operator?: string | undefined;
  readonly from?: string | undefined;
  /** The first moment that is no longer in the range. */
  readonly until?: string | undefined;
}

/** What a line of the list is made of. */
export interface ListedRow {
  readonly seq: number;
  readonly at: string;
  readonly outcome: Outcome;
  readonly purpose: string | null;
  readonly channel: Channel;
  readonly status: VaccinationStatus | null;
  readonly reason: string | null;
  readonly operator: string | null;
  readonly subject_ref: string | null;
  readonly subject_name: string | null;
  readonly subject_mobile: string | null;
  readonly leaf_hash: Uint8Array;
}

const columns =
  'seq, at, outcome, purpose, channel, status, reason, operator, subject_ref, subject_name, subject_mobile, leaf_hash';

/**
 * A filter as conditions, each beginning with AND, and what is bound to them.
 * @param at the columns that hold the latest and the earliest time of what is chosen
 */
export function kindClauses(
  filter: KindFilter,
  at: { readonly latest: string; readonly earliest: string },
): { readonly clauses: string; readonly bound: Bound[] } {
  const { outcome, acts, purpose, channel, operator, from, until } = filter;
  const conditions: (readonly [string, string | undefined])[] = [
    ['outcome = ?', outcome],
    ['purpose = ?', purpose],
    ['channel = ?', channel],
    ['operator = ?', operator],
    [`${at.latest} >= ?`, from],
    [`${at.earliest} < ?`, until],
  ];
  const given = conditions.flatMap(([text, value]) => (value === undefined ? [] : [{ text, value }]));
  const texts = given.map(({ text }) => `AND ${text}`);
  const withoutActs = outcome === undefined && acts !== true ? ["AND outcome <> 'act'"] : [];
  return { clauses: [...texts, ...withoutActs].join(' '), bound: given.map(({ value }) => value) };
}

/** The newest rows of the filter in a range of numbers, newest first. */
export function selectListed(
  database: ReadDatabase,
  filter: KindFilter,
  range: SeqRange & { readonly limit: number },
): ListedRow[] {
  const { clauses, bound } = kindClauses(filter, { latest: 'at', earliest: 'at' });
  const sql = `SELECT ${columns} FROM entries WHERE seq BETWEEN ? AND ? ${clauses} ORDER BY seq DESC LIMIT ?`;
  return statement(database, sql).all(range.first, range.last, ...bound, range.limit) as ListedRow[];
}

/** The rows of the filter among these numbers, newest first. */
export function selectAmong(database: ReadDatabase, filter: KindFilter, seqs: readonly number[]): ListedRow[] {
  const { clauses, bound } = kindClauses(filter, { latest: 'at', earliest: 'at' });
  const sql = `SELECT ${columns} FROM entries
    WHERE seq IN (SELECT value FROM json_each(?)) ${clauses} ORDER BY seq DESC`;
  return statement(database, sql).all(JSON.stringify(seqs), ...bound) as ListedRow[];
}

/** One row, or undefined. */
export function selectOne(database: ReadDatabase, seq: number): ListedRow | undefined {
  return selectListed(database, { acts: true }, { first: seq, last: seq, limit: 1 })[0];
}

/** The number of the newest row; 0 when the log is empty. */
export function selectNewestSeq(database: ReadDatabase): number {
  const sql = 'SELECT seq FROM entries ORDER BY seq DESC LIMIT 1';
  return (statement(database, sql).pluck().get() as number | undefined) ?? 0;
}

/** The text of a notice, which the log keeps for good. */
export function selectNoticeText(database: ReadDatabase, hash: string): string | null {
  const text = statement(database, 'SELECT text FROM notices WHERE hash = ?').pluck().get(hash);
  return (text as string | undefined) ?? null;
}
