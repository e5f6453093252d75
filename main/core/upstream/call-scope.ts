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

/** What is told to those who are left waiting. Made once: without a reason, each abort makes an error and its stack. */
const ended = new FetchFault('aborted', true);

/** Opens the scope of a call that may take so many milliseconds in all. */
export function openCallScope(clock: Clock, boundMs: number, caller: AbortSignal | undefined): CallScope {
  const controller = new AbortController();
  const { signal } = controller;
  const endsAt = clock.monotonic() + boundMs;
  // Not listeners of the signal: those cost more than all else that happens to a call here.
  const waiting = new Set<() => void>();
  let ending: Ending | undefined;
  const end = (why: Ending): void => {
    ending ??= why;
    controller.abort(ended);
    for (const stop of waiting) {
      stop();
    }
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
    race: (work) =>
      new Promise((resolve, reject) => {
        const stop = (): void => reject(ended);
        if (signal.aborted) {
          stop();
        }
        waiting.add(stop);
        work.then(resolve, reject).finally(() => waiting.delete(stop));
      }),
    wait: (milliseconds) =>
      new Promise((resolve) => {
        if (signal.aborted) {
          resolve();
          return;
        }
        const done = (): void => {
          cancelWait();
          waiting.delete(done);
          resolve();
        };
        const cancelWait = clock.after(milliseconds, done);
        waiting.add(done);
      }),
    close: () => {
      cancelTimer();
      caller?.removeEventListener('abort', giveUp);
    },
  };
}
