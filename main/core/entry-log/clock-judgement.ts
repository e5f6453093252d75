/**
 * What the log says of the machine's clock beside each row (D4). A wrong clock never reorders rows: their numbers do
 * not come from it. It is recorded, so that a reader of the log knows which times to doubt.
 */

/** No row can be older than the program that writes it; milliseconds since 1970. */
export const writtenAfter = Date.UTC(2026, 0, 1);

/** A day more than this ahead of the newest row is remarkable for a kiosk that runs every day. */
const longestSilenceMs = 400 * 24 * 60 * 60 * 1000;

/** How far back a clock may be set by ordinary time keeping without a remark. */
const toleratedStepMs = 2_000;

/**
 * Judges the time of a new row, in milliseconds since 1970, by the time of the newest row.
 * @returns `ok`, `before-program`, `behind-newest` or `far-ahead`
 */
export function judgeClock(now: number, newestAt: string | null): string {
  if (now < writtenAfter) {
    return 'before-program';
  }
  if (newestAt === null) {
    return 'ok';
  }
  const since = now - Date.parse(newestAt);
  if (since < -toleratedStepMs) {
    return 'behind-newest';
  }
  return since > longestSilenceMs ? 'far-ahead' : 'ok';
}
