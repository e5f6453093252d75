/**
 * What the terminal does by itself for privacy, at the start and every hour: it erases whose time is over, forgets old
 * counters, and writes down who looked. Part of the core.
 */
import type { Settings } from '../config/settings.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import { sqliteCode } from '../db/sqlite-code.ts';
import type { CancelTimer, Clock, Logger } from '../ports.ts';
import { sweepOutbox } from '../webhooks/sweep.ts';
import { eraseDue } from './erase-due.ts';
import { countChanges, deleteOldSends, truncateWal } from './erasure-sql.ts';
import { writeLooks } from './looks.ts';
import { type AppendAct, payAct } from './owed-act.ts';
import { isTimeTrusted } from './trusted-time.ts';

/** From one look to the next. A row goes up to so much ahead of its latest moment, and so never after it. */
const everyMs = 60 * 60 * 1000;
/** Between two batches visitors have their turn. */
const pauseMs = 20;
/** So long the start may take for it, before anybody is served. */
const atStartMs = 500;
const tryAgainMs = 10_000;
/** From one look to the next whether the time is known. */
const soonMs = 100;
const dayMs = 24 * 60 * 60 * 1000;

export interface HousekeepingParts {
  readonly database: WriteDatabase;
  readonly settings: Pick<Settings, 'policy' | 'privacy'>;
  /** The data folder. */
  readonly data: string;
  readonly append: AppendAct;
  readonly clock: Clock;
  /** Whether the time of this moment may be relied on, or is still being found out; erasing waits for it. */
  readonly timeIsKnown?: () => 'yes' | 'no' | 'soon';
  readonly logger: Logger;
  /** Told when the log could not be written; the next hour tries again. */
  readonly onFault: (error: unknown) => void;
}

/** Starts it: the first batches are done when this returns. @returns how to end it */
export function startHousekeeping(parts: HousekeepingParts): () => void {
  const { database, clock, onFault } = parts;
  let cancel: CancelTimer = () => {};
  let changesAtTruncate = -1;
  let work: Generator<unknown, void, void> | undefined;

  /** Works until the time is up or all is done. */
  const workFor = (milliseconds: number): void => {
    if (work === undefined && parts.timeIsKnown?.() === 'soon') {
      cancel = clock.after(soonMs, () => workFor(milliseconds));
      return;
    }
    const until = clock.monotonic() + milliseconds;
    try {
      work ??= round(parts);
      do {
        if (work.next().done === true) {
          work = undefined;
        }
      } while (work !== undefined && clock.monotonic() < until);
    } catch (error) {
      work = undefined;
      onFault(error);
    }
    cancel = work === undefined ? finish() : clock.after(pauseMs, () => workFor(0));
  };
  const finish = (): CancelTimer => {
    const changes = countChanges(database);
    const isEmpty = changes === changesAtTruncate || attempt(() => truncateWal(database), onFault);
    changesAtTruncate = isEmpty === true ? changes : -1;
    return isEmpty === false
      ? clock.after(tryAgainMs, () => (cancel = finish()))
      : clock.after(everyMs, () => workFor(0));
  };

  workFor(atStartMs);
  return () => {
    cancel();
    attempt(() => payAct(database, parts.append), onFault);
    writeNotedLooks(parts);
  };
}

/** The notes are a file of their own: what is wrong with them is not wrong with the log. */
function writeNotedLooks({ data, append, logger }: HousekeepingParts): void {
  attempt(
    () => writeLooks(data, append),
    (error) => logger.error('noted looks not read', { error: sqliteCode(error) ?? 'unknown' }),
  );
}

/** One round of all that is to be done; each step is short. */
function* round(parts: HousekeepingParts): Generator<unknown, void, void> {
  const { database, settings, clock, logger } = parts;
  writeNotedLooks(parts);
  if (!payAct(database, parts.append)) {
    return;
  }
  const now = clock.now();
  if (!isTimeTrusted(database, now) || parts.timeIsKnown?.() === 'no') {
    logger.warn('nothing is erased: the clock cannot be right');
    return;
  }
  transaction(database, () => deleteOldSends(database, now - dayMs));
  yield* sweepOutbox(database, now);
  const erased = yield* eraseDue({ database, settings, now, aheadMs: everyMs });
  if (erased > 0) {
    payAct(database, parts.append);
    logger.info('persons erased', { count: erased });
  }
}

/** Runs; what is thrown is told, and nothing answered. */
function attempt<T>(run: () => T, onFault: (error: unknown) => void): T | undefined {
  try {
    return run();
  } catch (error) {
    onFault(error);
    return undefined;
  }
}
