/**
 * The life of one call to the upstream, retries and waits included: it ends with its work, when the caller gives up,
 * or when its time is over, whichever is first.
 * Part of the core.
 */
import { type Clock, FetchFault } from '../ports.ts';

/** Why a call ended before its work was done. */
export type Ending = 'given-up' | 'out-of-time';

export interface CallScope {
  /** Aborted with the end of the call. */
  readonly signal: AbortSignal;
  /** Why it ended, or undefined while it lives. */
  ending(): Ending | undefined;
  remainingMs(): number;
  /** Settles as the work does, or rejects with the fault `aborted` at once when the call ends first. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Waits so many milliseconds, or until the call ends. */
  wait(milliseconds: number): Promise<void>;
  /** Lets go of timer and listener. */
  close(): void;
}

/** Opens the scope of a call that may take so many milliseconds in all. */
export function openCallScope(clock: Clock, boundMs: number, caller: AbortSignal | undefined): CallScope {
  const controller = new AbortController();
  const { signal } = controller;
  const endsAt = clock.monotonic() + boundMs;
  let ending: Ending | undefined;
  const end = (why: Ending): void => {
    ending ??= why;
    controller.abort();
  };
  const giveUp = (): void => end('given-up');
  const cancelTimer = clock.after(boundMs, () => end('out-of-time'));
  if (caller?.aborted) {
    giveUp();
  }
  caller?.addEventListener('abort', giveUp, { once: true });
  return {
    signal,
    ending: () => ending,
    remainingMs: () => endsAt - clock.monotonic(),
    race: (work) => raceWith(signal, work),
    wait: (milliseconds) => waitWith(clock, signal, milliseconds),
    close: () => {
      cancelTimer();
      caller?.removeEventListener('abort', giveUp);
    },
  };
}

function raceWith<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onEnd = (): void => reject(new FetchFault('aborted', true));
    if (signal.aborted) {
      onEnd();
    }
    signal.addEventListener('abort', onEnd, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onEnd));
  });
}

function waitWith(clock: Clock, signal: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      cancelTimer();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancelTimer = clock.after(milliseconds, done);
    signal.addEventListener('abort', done, { once: true });
  });
}
