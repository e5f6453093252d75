/** All SQL of people inside. Functions take the handle first; times are ISO 8601 in UTC. */
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';
import type { Outcome } from '../entry-log/entry.ts';

/** A row that lets people in or out. */
export interface Passage {
  readonly seq: number;
  readonly at: string;
  readonly clock: string;
  readonly outcome: Extract<Outcome, 'admitted' | 'act'>;
  readonly reason: string | null;
}

/** Where a page of passages ends, and how many it may hold. */
export interface PassagePage {
  readonly after: number;
  readonly until: number;
  readonly limit: number;
}

/** The rows that let people in or out, oldest first. */
export function selectPassages(database: ReadDatabase, { after, until, limit }: PassagePage): Passage[] {
  const sql = `SELECT seq, at, clock, outcome, reason FROM entries WHERE seq > ? AND seq <= ? AND (outcome = 'admitted'
    OR (outcome = 'act' AND (reason LIKE 'check-out %' OR reason LIKE 'inside-close%'))) ORDER BY seq LIMIT ?`;
  return statement(database, sql).all(after, until, limit) as Passage[];
}

/** Up to which row the kept state goes; undefined where nobody has been counted. */
export function selectReadTo(database: ReadDatabase): number | undefined {
  return statement(database, 'SELECT read_to FROM inside_state').pluck().get() as number | undefined;
}

/** Who was inside at that row. */
export function selectPeople(database: ReadDatabase): Passage[] {
  const sql = `SELECT seq, at, clock, outcome, reason FROM inside_people JOIN entries USING (seq) ORDER BY seq`;
  return statement(database, sql).all() as Passage[];
}

/** Keeps who is inside at a row; inside a transaction of the caller. */
export function replaceState(database: WriteDatabase, readTo: number, people: Iterable<number>): void {
  deleteState(database);
  change(database, 1, 'INSERT INTO inside_state (id, read_to) VALUES (1, ?)', readTo);
  for (const seq of people) {
    change(database, 1, 'INSERT INTO inside_people (seq) VALUES (?)', seq);
  }
}

/** Forgets it; inside a transaction of the caller. */
export function deleteState(database: WriteDatabase): void {
  statement(database, 'DELETE FROM inside_people').run();
  statement(database, 'DELETE FROM inside_state').run();
}
