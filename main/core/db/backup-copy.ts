/**
 * Copies a database by SQLite's backup API, never by its file: plain file calls would drop SQLite's locks, and the
 * newest rows stand in another file (trust.md, "Facts that decide designs"). Part of the core.
 */
import Database from 'better-sqlite3';
import type { ReadDatabase } from './database.ts';

/** Called with the part that is copied, from 0 to 1. */
export type OnPart = (part: number) => void;

/** Pages a step, 4 MiB: the thread is free between steps. */
const pagesAtOnce = 1_024;

/** The user wants no more. */
export class CopyStopped extends Error {}

/**
 * Copies what the source holds at this moment into an empty file. Others may write meanwhile: one read transaction is
 * held open, so that no row of theirs makes SQLite begin again.
 * @throws the library's SqliteError, or CopyStopped
 */
export async function copyDatabase(
  source: ReadDatabase,
  target: string,
  { onPart = () => {}, signal }: { readonly onPart?: OnPart; readonly signal?: AbortSignal | undefined } = {},
): Promise<void> {
  source.exec('BEGIN');
  try {
    source.prepare('SELECT count(*) FROM sqlite_schema').get();
    await source.backup(target, {
      progress({ totalPages, remainingPages }) {
        if (signal?.aborted) {
          throw new CopyStopped();
        }
        onPart(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return pagesAtOnce;
      },
    });
    // The library tells nothing of the last step.
    onPart(1);
  } finally {
    source.exec('COMMIT');
  }
}

/** Makes a copy one file that needs no others beside it: the kiosk's own mode keeps rows in a second file. */
export function makeOneFile(path: string): void {
  const database = new Database(path, { fileMustExist: true });
  try {
    const mode = database.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') {
      throw new TypeError(`a copy stays in journal mode ${mode}`);
    }
  } finally {
    database.close();
  }
}
