/**
 * How the upstream is, as far as the calls of the visitors tell: the breaker, the pause that a 429 asks for, and the
 * last answers.
 * Part of the core.
 */
import type { Answer, ErrorCode, Unwatch } from '../../contract/public.ts';
import type { CancelTimer, Clock } from '../ports.ts';
import type { Breaker, Verdict } from './breaker.ts';
import type { UpstreamCall } from './wire.ts';

/**
 * `down`: the breaker is open, a 429 asks for a pause, or the last status was not authentic; `code` says which.
 * `forbidden`: the last answer was that this terminal may not ask. `retryAfterMs` is there where time can heal it.
 * No state means that visits must be turned away: only a visit makes the call that finds out that all is well again.
 */
export interface UpstreamHealth {
  readonly state: 'ok' | 'down' | 'forbidden';
  readonly code?: ErrorCode;
  readonly retryAfterMs?: number;
}

export interface HealthKeeper {
  /** Takes note of what a call came to. */
  note(call: UpstreamCall, outcome: Answer<unknown>): void;
  /**
   * The upstream had too many calls: no new visit for so many milliseconds, when it said so itself. When it did not
   * say, one such answer may be chance, and the second in a row is taken as such a word.
   */
  limited(milliseconds: number, said: boolean): void;
  /** What is left of the pause, in milliseconds. */
  pauseMs(): number;
  health(): UpstreamHealth;
  /** Tells the listener whenever state or code have changed. */
  onHealth(listener: (health: UpstreamHealth) => void): Unwatch;
}

/** What an outcome says of the upstream: a wrong code is the visitor's, a limit is nobody's fault. */
export function verdictOf(outcome: Answer<unknown>): Verdict {
  if (outcome.ok) {
    return 'well';
  }
  switch (outcome.error.code) {
    case 'person-unknown':
    case 'otp-wrong':
    case 'otp-too-soon':
      return 'well';
    case 'upstream-unavailable':
    case 'upstream-malformed':
    case 'upstream-forbidden':
      return 'fault';
    default:
      return 'neither';
  }
}

/** Builds the keeper around the breaker of the same upstream. */
export function buildHealthKeeper(clock: Clock, breaker: Breaker): HealthKeeper {
  const listeners = new Set<(health: UpstreamHealth) => void>();
  let lastFault: ErrorCode | undefined;
  let statusNotAuthentic = false;
  let pausedUntil = 0;
  let unsaidInARow = 0;
  let cancelPauseEnd: CancelTimer = () => undefined;
  let told: UpstreamHealth = { state: 'ok' };

  const pauseMs = (): number => Math.max(0, Math.ceil(pausedUntil - clock.monotonic()));
  const health = (): UpstreamHealth => {
    const wait = breaker.waitMs();
    const retry = wait > 0 ? { retryAfterMs: wait } : {};
    if (lastFault === 'upstream-forbidden') {
      return { state: 'forbidden', code: lastFault, ...retry };
    }
    if (breaker.isOpen()) {
      return { state: 'down', code: lastFault ?? 'upstream-unavailable', ...retry };
    }
    if (pauseMs() > 0) {
      return { state: 'down', code: 'upstream-rate-limited', retryAfterMs: pauseMs() };
    }
    return statusNotAuthentic ? { state: 'down', code: 'upstream-signature-invalid' } : { state: 'ok' };
  };
  const tell = (): void => {
    const now = health();
    if (now.state === told.state && now.code === told.code) {
      return;
    }
    told = now;
    for (const listener of listeners) {
      listener(now);
    }
  };

  return {
    note: (call, outcome) => {
      const verdict = verdictOf(outcome);
      if (verdict !== 'neither') {
        unsaidInARow = 0;
        lastFault = outcome.ok || verdict === 'well' ? undefined : outcome.error.code;
      }
      if (call === 'readStatus' && verdict === 'well') {
        statusNotAuthentic = false;
      }
      if (!outcome.ok && outcome.error.code === 'upstream-signature-invalid') {
        statusNotAuthentic = true;
      }
      tell();
    },
    limited: (milliseconds, said) => {
      unsaidInARow += said ? 0 : 1;
      if (!said && unsaidInARow < 2) {
        return;
      }
      pausedUntil = Math.max(pausedUntil, clock.monotonic() + milliseconds);
      cancelPauseEnd();
      cancelPauseEnd = clock.after(pauseMs(), tell);
      tell();
    },
    pauseMs,
    health,
    onHealth: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
