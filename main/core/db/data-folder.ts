/** The data folder: opened by one process at a time, its database brought to this program's version. */
import { join } from 'node:path';
import type { Files } from '../ports.ts';
import { checkIntegrity, checkRows } from './backup-check.ts';
import { isBackupError } from './backup-error.ts';
import { isDamage, isMarkedDamaged, unmarkDamaged } from './damage-mark.ts';
import { openForWriting, PragmaError, type WriteDatabase } from './database.ts';
import { takeInstanceLock } from './instance-lock.ts';
import { migrate, NewerDatabaseError } from './migrate.ts';
import { sqliteCode } from './sqlite-code.ts';

/** The name of the entry log inside the data folder. */
export const databaseName = 'pravesh.db';

/** Why a data folder cannot be opened; the message says what to do. */
export class DataFolderError extends Error {
  readonly code: 'locked' | 'newer-database' | 'damaged' | 'not-writable';

  constructor(code: DataFolderError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DataFolderError';
    this.code = code;
  }
}

/** Whether an error says why the data folder cannot be opened. */
export function isDataFolderError(error: unknown): error is DataFolderError {
  return error instanceof DataFolderError;
}

export interface DataFolder {
  readonly database: WriteDatabase;
  /** Closes the database and lets go of the lock. */
  close(): void;
}

/**
 * Takes the lock and opens the database, both readable by their owner only.
 * @throws DataFolderError
 */
export function openDataFolder(folder: string, files: Files): DataFolder {
  const unlock = lockDataFolder(folder, files);
  try {
    const path = join(folder, databaseName);
    const database = openForWriting(path);
    try {
      migrate(database);
      if (isMarkedDamaged(folder, files)) {
        // Looked at anew, and whole: it was a passing fault of the medium, or somebody has mended it.
        checkIntegrity(database, path);
        checkRows(database, path);
        unmarkDamaged(folder, files);
      }
    } catch (error) {
      database.close();
      throw error;
    }
    files.protect(path);
    return {
      database,
      close() {
        database.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw inWords(folder, error);
  }
}

/**
 * Takes the lock of a data folder, which is made when it is not there, and opens nothing in it.
 * @returns what lets go of it
 * @throws DataFolderError
 */
export function lockDataFolder(folder: string, files: Files): () => void {
  let unlock: (() => void) | undefined;
  try {
    files.makeFolder(folder);
    unlock = takeInstanceLock(join(folder, 'pravesh.lock'));
  } catch (error) {
    throw inWords(folder, error);
  }
  if (unlock === undefined) {
    throw new DataFolderError(
      'locked',
      `Another Pravesh is using the data folder ${folder}. Stop it first, or name another folder with --data.`,
    );
  }
  return unlock;
}

function inWords(folder: string, error: unknown): DataFolderError {
  if (error instanceof NewerDatabaseError) {
    const words = `${error.message}. Install the newer Pravesh again; nothing in ${folder} has been changed.`;
    return new DataFolderError('newer-database', words, error);
  }
  const code = sqliteCode(error);
  if (isDamage(error) || (isBackupError(error) && error.code === 'damaged')) {
    const words = `${join(folder, databaseName)} is damaged or is no entry log. Run: pravesh doctor --repair`;
    return new DataFolderError('damaged', words, error);
  }
  const why = error instanceof PragmaError ? error.message : (code ?? systemCode(error));
  const words = `The data folder ${folder} cannot be written (${why}). Check its permissions and the space on its disk.`;
  return new DataFolderError('not-writable', words, error);
}

/** The name of a system error, such as EACCES; its text would repeat the path. */
function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
