/**
 * Visits whose first code is just being asked for: nobody knows them by an identifier yet, and they end with the terminal
 * all the same, each with its row. Part of the core.
 */
import type { StopSignal } from '../ports.ts';
import { Stop } from '../stop.ts';

export interface Beginnings {
  /** Begins a visit; the signal tells that the terminal stops, or has stopped already. Settles as the work does. */
  run<T>(begin: (stop: StopSignal) => Promise<T>): Promise<T>;
  /** Tells all of them, and whatever would begin later; settles when they have ended. */
  endAll(): Promise<void>;
}

/** Builds it. */
export function buildBeginnings(): Beginnings {
  const stop = new Stop();
  const underWay = new Set<Promise<unknown>>();
  return {
    async run(begin) {
      const beginning = begin(stop);
      underWay.add(beginning);
      try {
        return await beginning;
      } finally {
        underWay.delete(beginning);
      }
    },
    async endAll() {
      stop.abort();
      await Promise.allSettled(underWay);
    },
  };
}
