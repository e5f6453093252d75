/**
 * Reads `Retry-After` (RFC 9110 section 10.2.3).
 * Part of the core.
 */

/** The longest that a header can keep the terminal waiting: the window of the public limit (kyc-vs.md). */
export const longestRetryAfterMs = 300_000;

const shortestRetryAfterMs = 1_000;

/**
 * How long to wait, in milliseconds between 1 s and 5 min, or as long as is said; undefined where the header is missing
 * or is neither seconds nor a date. A date is measured from the answer's own `Date`: the clock of the terminal may be
 * wrong (D4).
 */
export function readRetryAfter(
  headers: Readonly<Record<string, string>>,
  now: number,
  longestMs: number = longestRetryAfterMs,
): number | undefined {
  const text = headers['retry-after']?.trim() ?? '';
  const milliseconds = /^\d{1,9}$/.test(text)
    ? Number(text) * 1000
    : readHttpDate(text) - (readHttpDate(headers.date ?? '') || now);
  if (Number.isNaN(milliseconds)) {
    return undefined;
  }
  return Math.min(Math.max(milliseconds, shortestRetryAfterMs), longestMs);
}

/** Milliseconds since 1970 of an IMF-fixdate, the one form that is still sent; NaN for all else. */
function readHttpDate(text: string): number {
  const wellFormed = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text);
  return wellFormed ? Date.parse(text) : Number.NaN;
}
