/**
 * Keeps a browser on the kiosk's page: brings it back when it dies, until it dies too often.
 * Runs in Node, for the CLI.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserSession, startBrowser } from './browser-session.ts';

/** So many deaths within so many milliseconds, and it is not brought back any more. */
const deathsAllowed = 5;
const withinMs = 120_000;

export interface BrowserKioskOptions {
  readonly executable: string;
  /** The launch URL; it is never shown. */
  readonly url: string;
  /** Aborted when the kiosk ends. */
  readonly signal: AbortSignal;
  say(line: string): void;
  /** Between a death and the next start, in milliseconds. */
  readonly pauseMs?: number;
}

/** Keeps the browser until the signal is aborted or it has died too often; resolves when it is gone. Never rejects. */
export async function keepBrowser(options: BrowserKioskOptions): Promise<void> {
  const { executable, url, signal, say, pauseMs = 500 } = options;
  const deaths: number[] = [];
  while (!signal.aborted) {
    const session = startBrowser(executable, url);
    const why = await untilGone(session, signal);
    if (signal.aborted) {
      return;
    }
    deaths.push(performance.now());
    if (diedTooOften(deaths)) {
      say(`the browser has ended ${deathsAllowed} times in two minutes (${why}): it is not started again`);
      say('The server stays up. Look at what the browser says, then start Pravesh again.');
      return;
    }
    say(`the browser has ended (${why}): it is started again`);
    await pause(pauseMs, undefined, { signal }).catch(() => {});
  }
}

/** Whether the last deaths came too close together. Times in milliseconds, the oldest first. */
export function diedTooOften(deaths: readonly number[]): boolean {
  const last = deaths.at(-1) ?? 0;
  const first = deaths.at(-deathsAllowed);
  return first !== undefined && last - first <= withinMs;
}

async function untilGone(session: BrowserSession, signal: AbortSignal): Promise<string> {
  const end = () => void session.end();
  signal.addEventListener('abort', end, { once: true });
  const why = await session.ended;
  signal.removeEventListener('abort', end);
  return why;
}
