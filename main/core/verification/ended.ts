/**
 * What has ended and is remembered for a while, in the order of the ends. One timer serves all: each of them is
 * remembered for as long as the others.
 */
import type { CancelTimer, Clock } from '../ports.ts';

export interface Ended<T> {
  add(item: T): void;
  /** Forgets the one that ended first, if there is any. */
  forgetOldest(): void;
  isEmpty(): boolean;
  /** Ends the timer. Nobody is told. */
  clear(): void;
}

/** Builds it. `forget` is called for each after so many milliseconds, or earlier for want of room. */
export function buildEnded<T>(
  clock: Pick<Clock, 'after' | 'monotonic'>,
  rememberMs: number,
  forget: (item: T) => void,
): Ended<T> {
  const dueTimes = new Map<T, number>();
  let cancelTimer: CancelTimer | undefined;
  const drop = (item: T): void => {
    dueTimes.delete(item);
    forget(item);
  };
  const dropDue = (): void => {
    cancelTimer = undefined;
    for (const [item, due] of dueTimes) {
      const wait = due - clock.monotonic();
      if (wait > 0) {
        cancelTimer = clock.after(wait, dropDue);
        return;
      }
      drop(item);
    }
  };
  return {
    add(item) {
      dueTimes.set(item, clock.monotonic() + rememberMs);
      cancelTimer ??= clock.after(rememberMs, dropDue);
    },
    forgetOldest() {
      for (const item of dueTimes.keys()) {
        drop(item);
        return;
      }
    },
    isEmpty: () => dueTimes.size === 0,
    clear() {
      cancelTimer?.();
      cancelTimer = undefined;
      dueTimes.clear();
    },
  };
}
