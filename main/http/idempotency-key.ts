/**
 * The `Idempotency-Key` header (draft-ietf-httpapi-idempotency-key-header, section 2): a string of RFC 9651 in quotes;
 * many clients leave the quotes away, and are understood.
 * Runs in the HTTP host.
 */

/** A string of RFC 9651, section 3.3.3, of 1 to 255 characters. */
const quoted = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255})"$/;

/** What needs no quotes: UUIDs, base64, counters. */
const bare = /^[A-Za-z0-9._~:+/=-]{1,255}$/;

/** The key that a header names; undefined where it names none. */
export function readIdempotencyKey(header: string): string | undefined {
  const inQuotes = quoted.exec(header)?.[1];
  if (inQuotes !== undefined) {
    return inQuotes.replace(/\\(["\\])/g, '$1');
  }
  return bare.test(header) ? header : undefined;
}
