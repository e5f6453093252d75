/**
 * How often something has crashed of late: five times within two minutes is too often (D5).
 * Runs in Node, in every host; pure.
 */

/** So many crashes within so many milliseconds are too many. */
export const crashesAllowed = 5;
export const withinMs = 120_000;

export interface CrashCount {
  /** Counts one, at this moment of a clock in milliseconds; answers whether they are too many now. */
  note(at: number): boolean;
  /** Forgets them: it has lived for long enough. */
  clear(): void;
}

/** Builds a count that begins with these moments, the oldest first. */
export function buildCrashCount(before: readonly number[] = []): CrashCount {
  let moments = [...before];
  return {
    note(at) {
      moments = [...moments, at].slice(-crashesAllowed);
      return crashedTooOften(moments);
    },
    clear() {
      moments = [];
    },
  };
}

/** Whether the last crashes came too close together. Times in milliseconds, the oldest first. */
export function crashedTooOften(moments: readonly number[]): boolean {
  const last = moments.at(-1) ?? 0;
  const first = moments.at(-crashesAllowed);
  return first !== undefined && last - first <= withinMs;
}
