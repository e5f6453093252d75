/** Long work in short slices: between two of them visitors have their turn. Part of the core. */
import type { Clock } from '../ports.ts';

/** So long a slice may hold everybody else up, in milliseconds. */
const sliceMs = 5;

/** The kiosk closes while something long is under way: what was begun is left where it is. */
export class ClosingError extends Error {
  constructor() {
    super('the kiosk closes');
    this.name = 'ClosingError';
  }
}

export interface Turns {
  /** Whether this slice has lasted long enough. */
  isOver(): boolean;
  /**
   * Lets everything that waits have its turn, then begins a new slice.
   * @throws ClosingError when there is to be none
   */
  next(): Promise<void>;
}

/** Begins the first slice now. */
export function buildTurns(clock: Pick<Clock, 'soon' | 'monotonic'>, signal: AbortSignal): Turns {
  let began = clock.monotonic();
  return {
    isOver: () => clock.monotonic() - began >= sliceMs,
    next: () =>
      new Promise((resolve, reject) => {
        clock.soon(() => {
          began = clock.monotonic();
          if (signal.aborted) {
            reject(new ClosingError());
          } else {
            resolve();
          }
        });
      }),
  };
}
