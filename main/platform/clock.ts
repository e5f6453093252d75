/**
 * The Clock port on the clocks of this machine.
 * Runs in Node, in every host.
 */
import type { CancelTimer, Clock } from '../core/ports.ts';

/** A timer of Node takes no more than this (2^31 - 1 ms, 24.8 days) and fires at once when given more. */
const longestTimer = 2_147_483_647;

/**
 * Builds the clock. Its monotonic time stands still while the machine is suspended (CLOCK_MONOTONIC on Linux,
 * likewise on macOS and Windows): what must end by the wall clock too has to compare that as well.
 */
export function buildClock(): Clock {
  const monotonic = () => performance.now();
  return {
    now: () => Date.now(),
    monotonic,
    after: (milliseconds, run) => startTimer(monotonic, milliseconds, run),
    soon: (run) => {
      setImmediate(run);
    },
  };
}

/** Node rounds its timers and may fire a millisecond early: it is armed again until the time has really passed. */
function startTimer(monotonic: () => number, milliseconds: number, run: () => void): CancelTimer {
  if (Number.isNaN(milliseconds)) {
    throw new TypeError('a timer needs a number of milliseconds');
  }
  const due = monotonic() + milliseconds;
  let timer: NodeJS.Timeout | undefined;
  const arm = (left: number) => {
    timer = setTimeout(look, Math.min(Math.ceil(Math.max(0, left)), longestTimer));
    timer.unref();
  };
  const look = () => {
    const left = due - monotonic();
    if (left > 0) {
      arm(left);
    } else {
      run();
    }
  };
  arm(milliseconds);
  return () => clearTimeout(timer);
}
