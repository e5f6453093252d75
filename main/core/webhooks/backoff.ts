/**
 * When an event is tried again, and when it is given up. Pure.
 * Part of the core.
 */
import type { Random } from '../ports.ts';

/** The wait after the first try that failed, in milliseconds; each further one doubles it ... */
export const firstWaitMs = 5_000;

/** ... up to this. */
export const longestWaitMs = 6 * 60 * 60 * 1000;

/** A wait is up to so much shorter or longer, so that receivers that failed together are not all tried together. */
const jitter = 0.2;

/** Tries in a row that take about three days: 5 s, 10 s, 20 s ... 6 h, 6 h, 6 h. */
export const mostFailures = 24;

/** An event is given up at this age, once its receiver has failed so often. */
export const giveUpAfterMs = 3 * 24 * 60 * 60 * 1000;

/**
 * How long to wait after so many tries in a row that failed, in milliseconds.
 * @param askedMs what the receiver asked for with `Retry-After`; never less is waited, as far as that is bearable
 */
export function waitAfter(failures: number, random: Random, askedMs = 0): number {
  const wait = Math.min(firstWaitMs * 2 ** (Math.max(1, failures) - 1), longestWaitMs);
  const factor = 1 - jitter + 2 * jitter * fraction(random);
  return Math.round(Math.max(wait * factor, Math.min(askedMs, longestWaitMs)));
}

/** The longest wait that a number of failures can lead to: what a wall clock that was set may not lengthen. */
export const boundedWaitMs = longestWaitMs * (1 + jitter);

/** From 0 up to, not including, 1. */
function fraction(random: Random): number {
  return random.bytes(4).reduce((sum, byte) => (sum + byte) / 256, 0);
}
