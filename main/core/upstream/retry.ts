/**
 * When a call may be made once more, and after how long: only where nothing can happen twice.
 * Part of the core.
 */
import { type FetchAnswer, FetchFault, type Random } from '../ports.ts';
import { readRetryAfter } from './retry-after.ts';
import type { UpstreamCall } from './wire.ts';

/** How often one call goes out at most. */
export const maxAttempts = 3;

/** The first wait lies between 0 and this, the next between 0 and twice as much. */
const firstWaitMs = 500;

/** A longer `Retry-After` is handed to the visitor instead of being waited for. */
const longestPoliteWaitMs = 3_000;

/** Faults that the same request would meet again. */
const lasting: readonly FetchFault['kind'][] = ['tls', 'protocol', 'too-large', 'aborted'];

/** What came of one attempt. */
export type AttemptResult = FetchAnswer | FetchFault;

/**
 * The wait before the next attempt in milliseconds, with full jitter; undefined where there must be none.
 * Call 1 sends an SMS and call 2 uses up a code: they go out again only when it is certain that the upstream saw
 * nothing. Call 3 reads, so that it may also be asked again after silence or a busy server.
 */
export function retryWait(
  call: UpstreamCall,
  result: AttemptResult,
  attempt: number,
  { now, random }: { readonly now: number; readonly random: Random },
): number | undefined {
  if (attempt >= maxAttempts) {
    return undefined;
  }
  const jitterMs = Math.floor(fraction(random) * firstWaitMs * 2 ** (attempt - 1));
  if (result instanceof FetchFault) {
    const safe = !result.sent || call === 'readStatus';
    return safe && !lasting.includes(result.kind) ? jitterMs : undefined;
  }
  if (call !== 'readStatus') {
    return undefined;
  }
  const asked = readRetryAfter(result.headers, now);
  switch (result.status) {
    case 429:
      return politeWait(asked, jitterMs);
    case 502:
    case 503:
    case 504:
      return politeWait(asked ?? 0, jitterMs);
    default:
      return undefined;
  }
}

function politeWait(askedMs: number | undefined, jitterMs: number): number | undefined {
  const bearable = askedMs !== undefined && askedMs <= longestPoliteWaitMs;
  return bearable ? askedMs + jitterMs : undefined;
}

/** From 0 up to, not including, 1. */
function fraction(random: Random): number {
  return random.bytes(4).reduce((sum, byte) => (sum + byte) / 256, 0);
}
