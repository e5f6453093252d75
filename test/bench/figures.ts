/** Figures of repeated measurements: percentiles and spreads. Part of `npm run bench`. Pure. */

/** What stands in the middle of many samples, and how far they lie apart. */
export interface Spread {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The value below which this share of the samples lies, by the nearest rank.
 * @param share 0 to 1: 0.95 for p95
 * @throws TypeError without samples
 */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) {
    throw new TypeError('a percentile needs samples');
  }
  return value;
}

/** The median of what the rounds gave, between their quartiles. */
export function spreadOfRounds(rounds: readonly number[]): Spread {
  return { middle: percentile(rounds, 0.5), low: percentile(rounds, 0.25), high: percentile(rounds, 0.75) };
}

/** One percentile of single samples, between p5 and p99. */
export function spreadAt(samples: readonly number[], share: number): Spread {
  return { middle: percentile(samples, share), low: percentile(samples, 0.05), high: percentile(samples, 0.99) };
}

/** One quotient a round: what slows down the machine for a while slows down both sides. */
export function ratiosOf(measured: readonly number[], baseline: readonly number[]): number[] {
  return measured.map((value, round) => value / (baseline[round] ?? Number.NaN));
}

/** How often a second, when so many took so many milliseconds. */
export function perSecond(count: number, milliseconds: number): number {
  return (count * 1000) / milliseconds;
}
