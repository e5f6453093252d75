/** A clock for a program that will end without warning: after that nothing of it happens. For tests only. */
import type { Clock } from '../../../main/core/ports.ts';

/** A clock whose timers never fire again once it is stopped. */
export function buildMortalClock(clock: Clock): { readonly clock: Clock; readonly stop: () => void } {
  let isStopped = false;
  const whileAlive = (run: () => void) => () => {
    if (!isStopped) {
      run();
    }
  };
  /** A program that has ended has no faults either. */
  const unlessStopped = (run: () => void) => {
    try {
      run();
    } catch (error) {
      if (!isStopped) {
        throw error;
      }
    }
  };
  return {
    clock: {
      now: clock.now,
      monotonic: clock.monotonic,
      // The waits before a retry are of no length here: time passes only when a step says so.
      after: (milliseconds, run) =>
        milliseconds > 0 ? clock.after(milliseconds, whileAlive(run)) : runSoon(clock, whileAlive(run)),
      soon: (run) => clock.soon(() => unlessStopped(run)),
    },
    stop: () => {
      isStopped = true;
    },
  };
}

function runSoon(clock: Clock, run: () => void): () => void {
  let isCancelled = false;
  clock.soon(() => {
    if (!isCancelled) {
      run();
    }
  });
  return () => {
    isCancelled = true;
  };
}
