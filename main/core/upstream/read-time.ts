/**
 * Asks the upstream for nothing but the time: any answer over HTTP has it in its `Date` header. Nobody is named, no code
 * is asked for, and the key of the venue does not travel. Part of the core.
 */
import type { UpstreamSettings } from '../config/settings.ts';
import { type Fetch, FetchFault } from '../ports.ts';
import { maxBodyBytes } from './wire.ts';

/** Milliseconds since 1970, or undefined where it does not answer or does not say. Rejects with mistakes of ours alone. */
export async function readTime(settings: UpstreamSettings, fetch: Fetch): Promise<number | undefined> {
  const headers = { Accept: 'application/json', 'User-Agent': settings.userAgent };
  const request = { method: 'GET', url: settings.baseUrl, headers, ...settings.timeouts, maxBodyBytes } as const;
  try {
    const answer = await fetch({ ...request, cutBody: true });
    return timeOf(answer.headers);
  } catch (error) {
    if (error instanceof FetchFault) {
      return undefined;
    }
    throw error;
  }
}

/** What an answer says of the time, in milliseconds since 1970; undefined where it says nothing that can be read. */
export function timeOf(headers: Readonly<Record<string, string>>): number | undefined {
  const time = Date.parse(headers.date ?? '');
  return Number.isNaN(time) ? undefined : time;
}
