/** All SQL of the durable counters. Functions take the handle first. Times are milliseconds since 1970. */
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';

/** The codes that were sent and not forgotten, in the order in which they were counted. */
export function selectSends(database: ReadDatabase): { id: number; numberRef: string; at: number }[] {
  const sql = 'SELECT id, number_ref AS "numberRef", at FROM code_sends ORDER BY id';
  return statement(database, sql).all() as { id: number; numberRef: string; at: number }[];
}

/** Counts a code and answers the number of its row. */
export function insertSend(database: WriteDatabase, numberRef: string, at: number): number {
  const { lastInsertRowid } = statement(database, 'INSERT INTO code_sends (number_ref, at) VALUES (?, ?)').run(
    numberRef,
    at,
  );
  return Number(lastInsertRowid);
}

/** Takes back a code that is known not to have been sent; nothing happens when it has been forgotten, as when the clock was set. */
export function deleteSend(database: WriteDatabase, id: number): void {
  statement(database, 'DELETE FROM code_sends WHERE id = ?').run(id);
}

/** The calls since then, oldest first. */
export function selectCalls(database: ReadDatabase, since: number): { at: number; calls: number }[] {
  return statement(database, 'SELECT at, calls FROM upstream_calls WHERE at > ? ORDER BY at').all(since) as {
    at: number;
    calls: number;
  }[];
}

/** How many calls there were since then. */
export function sumCalls(database: ReadDatabase, since: number): number {
  const { calls } = statement(database, 'SELECT total(calls) AS calls FROM upstream_calls WHERE at > ?').get(since) as {
    calls: number;
  };
  return calls;
}

/** Counts calls in the second they belong to. */
export function addCalls(database: WriteDatabase, at: number, calls: number): void {
  const sql =
    'INSERT INTO upstream_calls (at, calls) VALUES (?, ?) ON CONFLICT (at) DO UPDATE SET calls = calls + excluded.calls';
  change(database, 1, sql, at, calls);
}

/** Takes calls back that were set aside and not made; nothing happens when their second has been forgotten. */
export function takeBackCalls(database: WriteDatabase, at: number, calls: number): void {
  statement(database, 'UPDATE upstream_calls SET calls = max(0, calls - ?) WHERE at = ?').run(calls, at);
}

/** Forgets what no window reaches any more; with `secure_delete` it is gone from the file. */
export function deleteOld(database: WriteDatabase, sendsBefore: number, callsBefore: number): void {
  statement(database, 'DELETE FROM code_sends WHERE at <= ?').run(sendsBefore);
  statement(database, 'DELETE FROM upstream_calls WHERE at <= ?').run(callsBefore);
}
