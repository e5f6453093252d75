/**
 * The newest crashes of the program and of its pages, over restarts: when, and of what. Part of the core.
 */
import * as z from 'zod/mini';
import { type ReadDatabase, transaction, type WriteDatabase } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { selectState, upsertState } from './terminal-state-sql.ts';

const key = 'crashes';

/** A terminal that crashes oftener than this in a day is out of order most of the time anyway. */
const mostKept = 100;

const dayMs = 24 * 60 * 60 * 1000;

const Crash = z.strictObject({ at: z.string(), of: z.enum(['program', 'page']) });

/** `at` is ISO 8601 in UTC; of the program it is when it had come back. */
export type CrashNote = z.infer<typeof Crash>;

export interface CrashList {
  /** Durable when this returns; throws when it cannot be written. */
  note(of: CrashNote['of']): void;
  /** Those of the last 24 hours, the oldest first. */
  ofDay(): CrashNote[];
}

/** Builds it over what the last run left. */
export function buildCrashList(database: WriteDatabase, clock: Pick<Clock, 'now'>): CrashList {
  return {
    note(of) {
      const at = new Date(clock.now()).toISOString();
      const crashes = [...readCrashes(database), { at, of }].slice(-mostKept);
      transaction(database, () => upsertState(database, key, JSON.stringify(crashes), at));
    },
    ofDay() {
      const since = new Date(clock.now() - dayMs).toISOString();
      return readCrashes(database).filter(({ at }) => at > since);
    },
  };
}

/** All that are kept, the oldest first. */
export function readCrashes(database: ReadDatabase): CrashNote[] {
  const stored = selectState(database, key);
  if (stored === undefined) {
    return [];
  }
  return z.array(Crash).safeParse(JSON.parse(stored)).data ?? [];
}
