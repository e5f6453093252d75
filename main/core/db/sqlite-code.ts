/** Tells errors of SQLite from ours. Their texts may hold values, so only the code is ever passed on. */
import Database from 'better-sqlite3';

/** The code of a SQLite error, such as SQLITE_FULL; undefined when it is none. */
export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Database.SqliteError ? error.code : undefined;
}
