/** The log of a data folder in figures, beside a running kiosk or without one: counts and times. Part of the core. */
import { join } from 'node:path';
import { databaseName } from '../db/data-folder.ts';
import { openForReading } from '../db/database.ts';
import { newestVersion, versionOf } from '../db/migrate.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import { countEvents } from '../webhooks/outbox-sql.ts';
import { readBeat } from './beat-state.ts';
import { type CrashNote, readCrashes } from './crash-list.ts';
import { type LastTimes, readLastTimes } from './last-times.ts';

export interface FolderFigures {
  /** Of the tables. One that this program does not write has no other figures. */
  readonly version: number;
  readonly entries?: number;
  /** ISO 8601 in UTC. */
  readonly newestAt?: string | null;
  readonly last?: LastTimes;
  readonly events?: { readonly waiting: number; readonly dead: number };
  readonly heartbeat?: { readonly takenAt?: string; readonly failsSince?: string; readonly problem?: string };
  readonly crashes?: readonly CrashNote[];
}

/**
 * Reads them.
 * @throws the library's SqliteError when there is no log or it cannot be read
 */
export function readFolderFigures({ data }: { readonly data: string }): FolderFigures {
  const database = openForReading(join(data, databaseName));
  try {
    const version = versionOf(database);
    if (version !== newestVersion) {
      return { version };
    }
    const { seq, at } = selectNewest(database);
    return {
      version,
      entries: seq,
      newestAt: at,
      last: readLastTimes(database),
      events: countEvents(database),
      heartbeat: readBeat(database),
      crashes: readCrashes(database),
    };
  } finally {
    database.close();
  }
}
