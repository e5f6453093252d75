/**
 * Posts one signed message to the one address that is configured, and judges the answer. Part of the core.
 */
import { type Clock, type Fetch, type FetchAnswer, FetchFault, type StopSignal } from '../ports.ts';
import { Stop } from '../stop.ts';
import { readRetryAfter } from '../upstream/retry-after.ts';
import { longestWaitMs } from './backoff.ts';
import { signedHeaders } from './signature.ts';

/** What is posted, and to whom. */
export interface Message {
  readonly url: string;
  /** `whsec_` and base64. */
  readonly secret: string;
  /** The same at every try. */
  readonly id: string;
  readonly body: string;
  readonly userAgent: string;
}

/** How long it may take, in milliseconds. */
export interface PostTimes {
  readonly connectMs: number;
  /** From the beginning to the last byte of the answer. */
  readonly totalMs: number;
}

/** What came of it; problems are a few fixed words. */
export type Posted =
  | { readonly result: 'taken' }
  /** The receiver wants no more (410). */
  | { readonly result: 'gone'; readonly problem: string }
  | { readonly result: 'failed'; readonly problem: string; readonly retryAfterMs?: number | undefined }
  /** We have ended it ourselves; nothing is known. */
  | { readonly result: 'stopped' };

export interface PostParts {
  readonly fetch: Fetch;
  readonly clock: Pick<Clock, 'now' | 'after'>;
}

/** Nobody reads an answer; so much of it is taken that a connection can be used again. */
const mostAnswerBytes = 4 * 1024;

/**
 * Posts it. An answer counts when it has come whole, or as much of it as is taken: who dies in the middle of it is asked
 * again. Redirects are not followed. Never throws.
 */
export async function post(
  { fetch, clock }: PostParts,
  message: Message,
  { connectMs, totalMs }: PostTimes,
  signal: StopSignal,
): Promise<Posted> {
  if (signal.aborted) {
    return { result: 'stopped' };
  }
  const stop = new Stop();
  const onAbort = () => stop.abort();
  signal.addEventListener('abort', onAbort, { once: true });
  const cancelTimer = clock.after(totalMs, onAbort);
  const { url, secret, id, body, userAgent } = message;
  const headers = { ...signedHeaders(secret, id, clock.now(), body), 'user-agent': userAgent };
  const times = { connectMs, headersMs: totalMs, bodyMs: totalMs };
  const request = {
    method: 'POST',
    url,
    headers,
    body,
    ...times,
    maxBodyBytes: mostAnswerBytes,
    cutBody: true,
  } as const;
  try {
    const answer = await fetch({ ...request, signal: stop });
    return signal.aborted ? { result: 'stopped' } : judge(answer, clock.now());
  } catch (error) {
    return signal.aborted ? { result: 'stopped' } : { result: 'failed', problem: problemOf(error) };
  } finally {
    cancelTimer();
    signal.removeEventListener('abort', onAbort);
  }
}

function judge({ status, headers }: FetchAnswer, now: number): Posted {
  const problem = `http ${status}`;
  if (status >= 200 && status < 300) {
    return { result: 'taken' };
  }
  if (status === 410) {
    return { result: 'gone', problem };
  }
  const isAsked = status === 429 || status === 503;
  return { result: 'failed', problem, retryAfterMs: isAsked ? readRetryAfter(headers, now, longestWaitMs) : undefined };
}

function problemOf(error: unknown): string {
  const kind = error instanceof FetchFault ? error.kind : 'protocol';
  return kind.endsWith('-timeout') || kind === 'aborted' ? 'timeout' : kind;
}
