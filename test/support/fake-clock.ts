/**
 * A clock that stands still until a test moves it.
 * For tests only.
 */
import type { Clock } from '../../main/core/ports.ts';

export interface FakeClock extends Clock {
  /** Lets so much time pass, on both clocks; timers run in their order, each at its own moment. */
  advance(milliseconds: number): void;
  /** As `advance`, but lets promises settle before, between and after the timers. */
  pass(milliseconds: number): Promise<void>;
  /** Somebody sets the wall clock; monotonic time does not notice. */
  jump(milliseconds: number): void;
  /** How many timers are waiting. */
  timers(): number;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** Builds a clock that shows this moment, 2026-01-15 10:00 in India unless told. */
export function buildFakeClock(wall = Date.parse('2026-01-15T04:30:00.000Z')): FakeClock {
  let elapsed = 0;
  let offset = wall;
  const timers = new Set<Timer>();

  /** Runs the next timer that is due until then; false when there is none. */
  function runNext(until: number): boolean {
    const due = Array.from(timers).filter((timer) => timer.at <= until);
    const [next] = due.sort((a, b) => a.at - b.at);
    if (next === undefined) {
      return false;
    }
    timers.delete(next);
    elapsed = Math.max(elapsed, next.at);
    next.run();
    return true;
  }

  return {
    now: () => offset + elapsed,
    monotonic: () => elapsed,
    after: (milliseconds, run) => {
      const timer: Timer = { at: elapsed + Math.max(0, milliseconds), run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    soon: (run) => {
      setImmediate(run);
    },
    advance: (milliseconds) => {
      const until = elapsed + milliseconds;
      while (runNext(until)) {
        // each timer may have set another one
      }
      elapsed = until;
    },
    pass: async (milliseconds) => {
      const until = elapsed + milliseconds;
      await settlePromises();
      while (runNext(until)) {
        await settlePromises();
      }
      elapsed = until;
      await settlePromises();
    },
    jump: (milliseconds) => {
      offset += milliseconds;
    },
    timers: () => timers.size,
  };
}

/** Lets everything run that waits for promises alone, not for time or the network. */
export function settlePromises(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
