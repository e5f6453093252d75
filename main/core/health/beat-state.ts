/**
 * What became of the heartbeats, over restarts and for the doctor, who looks at it from beside the kiosk.
 * Part of the core.
 */
import { join } from 'node:path';
import type { HealthCheck } from '../../contract/public.ts';
import { databaseName } from '../db/data-folder.ts';
import { openForReading, type ReadDatabase, transaction, type WriteDatabase } from '../db/database.ts';
import { newestVersion, versionOf } from '../db/migrate.ts';
import { deleteState, selectState, selectStateTime, upsertState } from './terminal-state-sql.ts';

const takenKey = 'heartbeat-taken';
const failingKey = 'heartbeat-failing';

/** ISO 8601 in UTC each. */
export interface BeatTimes {
  /** When one was taken last. */
  readonly takenAt?: string;
  /** Since when none is. */
  readonly failsSince?: string;
}

/** What is known of it; `problem` is a few fixed words. */
export interface BeatState extends BeatTimes {
  readonly problem?: string;
}

/** Reads it; two looks by key. */
export function readBeat(database: ReadDatabase): BeatState {
  const takenAt = selectStateTime(database, takenKey);
  const failsSince = selectStateTime(database, failingKey);
  const problem = selectState(database, failingKey);
  return {
    ...(takenAt !== undefined && { takenAt }),
    ...(failsSince !== undefined && { failsSince }),
    ...(problem !== undefined && { problem }),
  };
}

/** Where what became of the beats is kept. */
export interface BeatMemory {
  read(): BeatState;
  taken(at: string): void;
  /** None is taken since then. */
  failing(problem: string, since: string): void;
}

/** Keeps it over restarts; each is durable when it returns, and throws when it cannot be written. */
export function keepBeats(database: WriteDatabase): BeatMemory {
  return {
    read: () => readBeat(database),
    taken: (at) =>
      transaction(database, () => {
        upsertState(database, takenKey, 'taken', at);
        deleteState(database, failingKey);
      }),
    failing: (problem, since) => transaction(database, () => upsertState(database, failingKey, problem, since)),
  };
}

/** Keeps it until the program ends: for a terminal whose database cannot be opened. */
export function rememberBeats(): BeatMemory {
  let state: BeatState = {};
  return {
    read: () => state,
    taken(takenAt) {
      state = { takenAt };
    },
    failing(problem, failsSince) {
      state = { ...state, problem, failsSince };
    },
  };
}

/** In words, for staff and for the doctor. */
export function describeBeat({ takenAt, failsSince, problem = 'not taken' }: BeatState): HealthCheck {
  const name = 'heartbeat';
  const last = takenAt === undefined ? 'none was taken yet' : `taken last on ${toMinute(takenAt)}`;
  return failsSince === undefined
    ? { name, ok: true, detail: last }
    : {
        name,
        ok: false,
        detail: `not taken since ${toMinute(failsSince)} (${problem}); ${last}`,
        todo: 'Look at health.heartbeat.url and at its receiver. The next beat is sent by itself.',
      };
}

/**
 * The same of a data folder, beside a running kiosk or without one; undefined where its tables are not of this version.
 * @throws the library's SqliteError when there is no log or it cannot be read
 */
export function readBeatHealth({ data }: { readonly data: string }): HealthCheck | undefined {
  const database = openForReading(join(data, databaseName));
  try {
    return versionOf(database) === newestVersion ? describeBeat(readBeat(database)) : undefined;
  } finally {
    database.close();
  }
}

/** `2026-01-15 04:30 UTC`. */
function toMinute(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
