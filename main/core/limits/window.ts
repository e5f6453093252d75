/**
 * A sliding window of counted things, as pure functions.
 */

/** Something that was counted: when (milliseconds since 1970), and how many. */
export interface Counted {
  readonly at: number;
  readonly count: number;
}

/**
 * How long to wait until `wanted` more fit under `limit` in a window of so many milliseconds.
 * What is dated in the future counts as just now: a clock that was set back must not open the gate.
 * @returns milliseconds; 0 when there is room; Infinity when it can never fit
 */
export function waitForRoom(
  counted: readonly Counted[],
  now: number,
  windowMs: number,
  limit: number,
  wanted: number,
): number {
  if (wanted > limit) {
    return Number.POSITIVE_INFINITY;
  }
  const inside = counted
    .map(({ at, count }) => ({ at: Math.min(at, now), count }))
    .filter(({ at }) => at > now - windowMs)
    .sort((a, b) => a.at - b.at);
  let total = inside.reduce((sum, { count }) => sum + count, 0);
  for (const { at, count } of inside) {
    if (total + wanted <= limit) {
      break;
    }
    total -= count;
    if (total + wanted <= limit) {
      return Math.max(1, at + windowMs - now);
    }
  }
  return 0;
}
