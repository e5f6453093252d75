/**
 * Several writes, one fsync: what has come in by the time the disk is ready is committed together, in the order in
 * which it came. Each caller is answered after the commit that made its own write durable, never before.
 */
import type { CancelTimer, Clock } from '../ports.ts';
import { transaction, type WriteDatabase } from './database.ts';

export interface GroupCommit {
  /**
   * Runs the body inside the next transaction; resolves with its result when that is durable.
   * Rejects with what the body or the commit threw; then nothing of it is in the database.
   */
  run<T>(body: () => T): Promise<T>;
  /** Commits at once what is waiting. */
  flush(): void;
}

interface Job {
  readonly run: () => void;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/** As long as each turn of the event loop brings more, it is waited for, but no longer than so many turns. */
const mostTurns = 16;

/** How long it rests after a commit, in the time that this took, so that three quarters are left for all else ... */
const restFactor = 3;

/** ... and the longest rest, in milliseconds. */
const longestRestMs = 20;

export interface GroupOptions {
  /** Called when a transaction came to nothing, for those who remember what they wrote in it. */
  readonly onRollback?: () => void;
  /** How many are on their way to a write. A rest ends when no fewer than these wait; without it there is none. */
  readonly underWay?: () => number;
}

/**
 * Builds it over the one handle that writes. While the disk is waited for nothing else is done: so after a commit it
 * rests, and the next one holds more.
 */
export function buildGroupCommit(
  database: WriteDatabase,
  clock: Pick<Clock, 'soon' | 'after' | 'monotonic'>,
  { onRollback = () => {}, underWay = () => 0 }: GroupOptions = {},
): GroupCommit {
  let waiting: Job[] = [];
  let restUntil = 0;
  let cancelRest: CancelTimer | undefined;

  const commit = (jobs: readonly Job[]): void => {
    try {
      transaction(database, () => {
        for (const job of jobs) {
          job.run();
        }
      });
    } catch (error) {
      onRollback();
      failOrPart(jobs, error);
      return;
    }
    for (const job of jobs) {
      job.done();
    }
  };
  /** One bad write must not take the others with it: after a fault each has a transaction of its own. */
  const failOrPart = (jobs: readonly Job[], error: unknown): void => {
    if (jobs.length === 1) {
      jobs[0]?.fail(error);
      return;
    }
    for (const job of jobs) {
      commit([job]);
    }
  };
  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    if (jobs.length > 0) {
      const began = clock.monotonic();
      commit(jobs);
      const ended = clock.monotonic();
      restUntil = ended + Math.min((ended - began) * restFactor, longestRestMs);
    }
  };
  const gather = (seen: number, turnsLeft: number): void =>
    clock.soon(() => {
      if (waiting.length > seen && turnsLeft > 0) {
        gather(waiting.length, turnsLeft - 1);
      } else {
        flush();
      }
    });
  const begin = (): void => {
    const restMs = restUntil - clock.monotonic();
    // Timers know whole milliseconds.
    if (restMs >= 1) {
      cancelRest = clock.after(restMs, endRest);
    } else {
      gather(waiting.length, mostTurns);
    }
  };
  const endRest = (): void => {
    cancelRest?.();
    cancelRest = undefined;
    gather(waiting.length, mostTurns);
  };

  return {
    run: (body) =>
      new Promise((resolve, reject) => {
        let finish = () => {};
        const run = () => {
          const value = body();
          finish = () => resolve(value);
        };
        waiting.push({ run, done: () => finish(), fail: reject });
        if (waiting.length === 1) {
          begin();
        }
        if (cancelRest !== undefined && waiting.length >= underWay()) {
          endRest();
        }
      }),
    flush,
  };
}
