/**
 * Several writes, one fsync: what has come in by the time the disk is ready is committed together, in the order in
 * which it came. Each caller is answered after the commit that made its own write durable, never before.
 */
import type { Clock } from '../ports.ts';
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

/**
 * Builds it over the one handle that writes.
 * @param onRollback called when a transaction came to nothing, for those who remember what they wrote in it
 */
export function buildGroupCommit(
  database: WriteDatabase,
  clock: Pick<Clock, 'soon'>,
  onRollback: () => void = () => {},
): GroupCommit {
  let waiting: Job[] = [];

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
      commit(jobs);
    }
  };

  return {
    run: (body) =>
      new Promise((resolve, reject) => {
        let finish = () => {};
        const run = () => {
          const value = body();
          finish = () => resolve(value);
        };
        if (waiting.length === 0) {
          clock.soon(flush);
        }
        waiting.push({ run, done: () => finish(), fail: reject });
      }),
    flush,
  };
}
