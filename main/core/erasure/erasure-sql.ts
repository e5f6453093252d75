/** All SQL of finding and erasing what is of a person. Functions take the handle first; times are ISO 8601 in UTC. */
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';
import { forgetSubjects } from '../entry-index/forget.ts';

/** A row that still holds something of a person, as far as its age matters. */
export interface KeptRow {
  readonly seq: number;
  readonly at: string;
  readonly clock: string;
  readonly status: number | null;
}

/** Where a page of rows begins: after the last row of the page before. */
export type Cursor = Pick<KeptRow, 'at' | 'seq'>;

/**
 * Whether an answer of the upstream came with the row, and it did not itself say another time: where a pass decided, its
 * status is of an earlier visit.
 */
const answered = `(status IS NOT NULL AND reason IS NULL AND clock NOT IN ('ahead-of-upstream', 'behind-upstream'))`;

/** Whether an answer of the upstream came with the row, or nothing was wrong with the clock. */
const vouched = `(clock = 'ok' OR ${answered})`;

/** The purposes for which the index knows that something of a person is kept; null where a row has none. */
export function selectKeptPurposes(database: ReadDatabase): (string | null)[] {
  const purposes: (string | null)[] = [];
  const first = statement(database, 'SELECT min(purpose) FROM entry_kept').pluck();
  const next = statement(database, 'SELECT min(purpose) FROM entry_kept WHERE purpose > ?').pluck();
  for (let purpose = first.get(); typeof purpose === 'string'; purpose = next.get(purpose)) {
    purposes.push(purpose === '' ? null : purpose);
  }
  return purposes;
}

/** The rows of a purpose that hold something of a person, from one time to another, oldest first, as far as indexed. */
export function selectKept(
  database: ReadDatabase,
  page: { readonly purpose: string | null; readonly after: Cursor; readonly until: string; readonly limit: number },
): KeptRow[] {
  const sql = `SELECT seq, kept.at, clock, status FROM entry_kept AS kept JOIN entries USING (seq)
    WHERE kept.purpose = ? AND (kept.at, seq) > (?, ?) AND kept.at <= ? AND subject_salt IS NOT NULL ORDER BY kept.at, seq LIMIT ?`;
  const { purpose, after, until, limit } = page;
  return statement(database, sql).all(purpose ?? '', after.at, after.seq, until, limit) as KeptRow[];
}

/** The first row after this one whose time can be relied on, and is not after `now`. */
export function selectNextVouched(database: ReadDatabase, seq: number, now: string): Cursor | undefined {
  const sql = `SELECT seq, at FROM entries WHERE seq > ? AND at <= ? AND ${vouched} ORDER BY seq LIMIT 1`;
  return statement(database, sql).get(seq, now) as Cursor | undefined;
}

/** The first row after this one with a time between these two. */
export function selectNextBetween(database: ReadDatabase, seq: number, from: string, now: string): Cursor | undefined {
  const sql = 'SELECT seq, at FROM entries WHERE seq > ? AND at BETWEEN ? AND ? ORDER BY seq LIMIT 1';
  return statement(database, sql).get(seq, from, now) as Cursor | undefined;
}

/** When the upstream last answered with a status. */
export function selectNewestDecided(database: ReadDatabase): string | undefined {
  const sql = `SELECT at FROM entries WHERE ${answered} ORDER BY seq DESC LIMIT 1`;
  return (statement(database, sql).get() as { at: string } | undefined)?.at;
}

/** Takes what is of a person from rows and from their index; inside a transaction of the caller. The evidence stays. */
export function eraseSubjects(database: WriteDatabase, seqs: readonly number[]): void {
  forgetSubjects(database, seqs);
  const sql = `UPDATE entries SET subject_ref = NULL, subject_name = NULL, subject_mobile = NULL, subject_salt = NULL
    WHERE seq = ? AND subject_salt IS NOT NULL`;
  for (const seq of seqs) {
    change(database, 1, sql, seq);
  }
}

/** Forgets the codes that were sent before this, in milliseconds since 1970. */
export function deleteOldSends(database: WriteDatabase, before: number): void {
  statement(database, 'DELETE FROM code_sends WHERE at <= ?').run(before);
}

/** How many rows this handle has changed so far. */
export function countChanges(database: ReadDatabase): number {
  return statement(database, 'SELECT total_changes()').pluck().get() as number;
}

/**
 * Empties the write-ahead log, which holds the pages of before an erasure. A reader can stand in the way; then visitors
 * are not kept waiting for it.
 * @returns whether it is empty
 */
export function truncateWal(database: WriteDatabase): boolean {
  database.pragma('busy_timeout = 0');
  try {
    const [answer] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return answer?.busy === 0;
  } finally {
    database.pragma('busy_timeout = 5000');
  }
}
