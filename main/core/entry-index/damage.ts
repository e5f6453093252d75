/** Tells damage of the file from other faults of SQLite: the entry index is made again then. Part of the core. */
import { sqliteCode } from '../db/sqlite-code.ts';

/** Whether an error says that the pages of a table are damaged. */
export function isDamage(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_CORRUPT') === true;
}
