/** All SQL of what the terminal remembers of itself over restarts. Functions take the handle first. */
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';

/** What is remembered under a key. */
export function selectState(database: ReadDatabase, key: string): string | undefined {
  const row = statement(database, 'SELECT value FROM terminal_state WHERE key = ?').get(key) as
    | { value: string }
    | undefined;
  return row?.value;
}

/** When it was remembered under a key, ISO 8601 in UTC. */
export function selectStateTime(database: ReadDatabase, key: string): string | undefined {
  const row = statement(database, 'SELECT at FROM terminal_state WHERE key = ?').get(key) as { at: string } | undefined;
  return row?.at;
}

/** Remembers; `at` is ISO 8601 in UTC. */
export function upsertState(database: WriteDatabase, key: string, value: string, at: string): void {
  const sql = `INSERT INTO terminal_state (key, value, at) VALUES (?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at`;
  change(database, 1, sql, key, value, at);
}

/** Forgets; answers whether there was something. */
export function deleteState(database: WriteDatabase, key: string): boolean {
  return statement(database, 'DELETE FROM terminal_state WHERE key = ?').run(key).changes > 0;
}
