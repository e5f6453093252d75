/**
 * How long the door stays shut after wrong tries. The wait is taken on the monotonic clock, so that nobody shortens it by
 * setting the clock; what was left of it at the last end of the program is taken from the wall clock, which is all there is.
 */
import type { Clock } from '../ports.ts';

/** After so many wrong tries in a row an operator is locked out. */
export const mostFailures = 10;

/** Two slips cost nothing. */
const freeFailures = 2;
const firstWaitMs = 5_000;
const longestWaitMs = 15 * 60_000;

/** The wait after so many wrong tries in a row, in milliseconds: none, none, 5 s, 10 s, 20 s ... 15 minutes. */
export function waitAfter(failures: number): number {
  return failures <= freeFailures ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeFailures - 1));
}

/** What is left of it by the wall clock; all of it when the clock has been set back before the try. Milliseconds. */
export function waitLeft(failures: number, lastFailureAt: number | null, now: number): number {
  const wait = waitAfter(failures);
  const passed = lastFailureAt === null ? wait : now - lastFailureAt;
  return passed < 0 ? wait : Math.max(0, wait - passed);
}

/** The waits of this run, by whose they are. */
export interface Waits {
  /** Milliseconds until the next try is judged; 0 when one may try. */
  left(key: string): number;
  /** So many wrong tries in a row: the wait begins. */
  begin(key: string, failures: number): void;
  /** As many, of which the last was in an earlier run, at that time by the wall clock. */
  resume(key: string, failures: number, lastFailureAt: number | null): void;
  /** One may try at once. */
  end(key: string): void;
}

/** Builds them; they live in memory, the counts that they are made of on the disk. */
export function buildWaits(clock: Pick<Clock, 'now' | 'monotonic'>): Waits {
  const until = new Map<string, number>();
  return {
    left: (key) => Math.max(0, Math.ceil((until.get(key) ?? 0) - clock.monotonic())),
    begin: (key, failures) => {
      until.set(key, clock.monotonic() + waitAfter(failures));
    },
    resume: (key, failures, lastFailureAt) => {
      until.set(key, clock.monotonic() + waitLeft(failures, lastFailureAt, clock.now()));
    },
    end: (key) => {
      until.delete(key);
    },
  };
}
