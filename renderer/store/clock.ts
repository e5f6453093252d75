/**
 * Time as the face needs it; tests move it by hand.
 * Runs in the face.
 */

/** Ends a timer; calling it again does nothing. */
export type CancelTimer = () => void;

/** Deadlines are made of monotonic time; wall time is only shown. */
export interface FaceClock {
  /** Milliseconds since 1970 in UTC. */
  now(): number;
  /** Milliseconds since some fixed moment; never goes back. */
  monotonic(): number;
  after(milliseconds: number, run: () => void): CancelTimer;
}

/** The clock of the browser. */
export const browserClock: FaceClock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
