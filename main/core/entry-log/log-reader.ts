/** Reads the log beside a running kiosk, with a handle that cannot write. */
import { join } from 'node:path';
import { databaseName } from '../db/data-folder.ts';
import { openForReading } from '../db/database.ts';
import { newestVersion, versionOf } from '../db/migrate.ts';
import { selectEntries } from './entries-sql.ts';
import type { EntryRow } from './entry.ts';

export type { EntryRow } from './entry.ts';

export interface LogReader {
  /** The newest rows, oldest first. */
  list(options: { readonly limit: number }): EntryRow[];
  /** `PRAGMA quick_check`: `ok`, or what SQLite found. */
  quickCheck(): string;
  /** The version of the tables, and the newest that this program knows. */
  version(): { readonly found: number; readonly newest: number };
  close(): void;
}

/**
 * Opens the log of a data folder for reading.
 * @throws the library's SqliteError when there is none or it cannot be read
 */
export function openLogReader({ data }: { readonly data: string }): LogReader {
  const database = openForReading(join(data, databaseName));
  return {
    list: ({ limit }) => selectEntries(database, limit),
    quickCheck: () => String(database.pragma('quick_check(1)', { simple: true })),
    version: () => ({ found: versionOf(database), newest: newestVersion }),
    close: () => database.close(),
  };
}
