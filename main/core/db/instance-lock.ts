/**
 * The lock of a data folder: one process opens the log for writing, and no other (D5).
 * A small SQLite file is held in an exclusive transaction: the operating system drops such a lock with the process,
 * also after kill -9, so that nothing stale is ever left behind.
 */
import Database from 'better-sqlite3';

/** Lets go of the lock. */
export type Unlock = () => void;

/** Takes the lock, or answers undefined when another process has it. */
export function takeInstanceLock(path: string): Unlock | undefined {
  const lock = new Database(path, { timeout: 0 });
  try {
    lock.pragma('journal_mode = DELETE');
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return () => {
      lock.close();
    };
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      return undefined;
    }
    throw error;
  }
}
