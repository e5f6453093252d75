/**
 * A key that repeats while it is held.
 * Runs in the faces.
 */

/** How long a key is held until it repeats, and how long between two repeats, in milliseconds. */
export const repeatDelayMs = 500;
export const repeatEveryMs = 90;

export interface Repeater {
  /** Acts once now, and again and again until `stop`. */
  start(): void;
  stop(): void;
}

/** The timers of the page, or those of a test. */
export interface RepeatTimers {
  setTimeout(callback: () => void, ms: number): number;
  clearTimeout(timer: number): void;
}

/** Builds the repeater of one key; `act` is what a press does. */
export function createRepeater(act: () => void, timers: RepeatTimers = window): Repeater {
  let timer: number | undefined;
  const stop = () => {
    if (timer !== undefined) {
      timers.clearTimeout(timer);
      timer = undefined;
    }
  };
  const again = () => {
    // The timer comes first: an act may end the hold.
    timer = timers.setTimeout(again, repeatEveryMs);
    act();
  };
  return {
    start() {
      stop();
      timer = timers.setTimeout(again, repeatDelayMs);
      act();
    },
    stop,
  };
}
