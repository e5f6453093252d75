/**
 * The life of one call to the upstream, retries and waits included: it ends with its work, when the caller gives up,
 * or when its time is over, whichever is first.
 * Part of the core.
 */
import { type CancelTimer, type Clock, FetchFault, type StopSignal } from '../ports.ts';
import { Stop } from '../stop.ts';

/** Why a call ended before its work was done. */
export type Ending = 'given-up' | 'out-of-time';

/** What is told to those who are left waiting. Made once: each would make its stack. */
const ended = new FetchFault('aborted', true);

/** The scope of one call. A class, because there are three in every visit: their methods are made once. */
export class CallScope {
  readonly #clock: Clock;
  readonly #endsAt: number;
  readonly #stop = new Stop();
  readonly #caller: StopSignal | undefined;
  readonly #cancelTimer: CancelTimer;
  #ending: Ending | undefined;

  /** Opens the scope of a call that may take so many milliseconds in all. */
  constructor(clock: Clock, boundMs: number, caller: StopSignal | undefined) {
    this.#clock = clock;
    this.#endsAt = clock.monotonic() + boundMs;
    this.#cancelTimer = clock.after(boundMs, () => this.#end('out-of-time'));
    this.#caller = caller;
    if (caller?.aborted) {
      this.#giveUp();
    }
    caller?.addEventListener('abort', this.#giveUp, { once: true });
  }

  /** Aborted with the end of the call. */
  get signal(): StopSignal {
    return this.#stop;
  }

  /** Why it ended, or undefined while it lives. */
  get ending(): Ending | undefined {
    return this.#ending;
  }

  remainingMs(): number {
    return this.#endsAt - this.#clock.monotonic();
  }

  /** Settles as the work does, or rejects with the fault `aborted` at once when the call ends first. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => reject(ended);
      if (this.#stop.aborted) {
        stop();
      }
      this.#stop.addEventListener('abort', stop);
      work.then(
        (value) => {
          this.#stop.removeEventListener('abort', stop);
          resolve(value);
        },
        (error: unknown) => {
          this.#stop.removeEventListener('abort', stop);
          reject(error);
        },
      );
    });
  }

  /** Waits so many milliseconds, or until the call ends. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      if (this.#stop.aborted) {
        resolve();
        return;
      }
      const done = (): void => {
        cancelWait();
        this.#stop.removeEventListener('abort', done);
        resolve();
      };
      const cancelWait = this.#clock.after(milliseconds, done);
      this.#stop.addEventListener('abort', done);
    });
  }

  /** Lets go of timer and listener. */
  close(): void {
    this.#cancelTimer();
    this.#caller?.removeEventListener('abort', this.#giveUp);
  }

  readonly #giveUp = (): void => this.#end('given-up');

  #end(why: Ending): void {
    this.#ending ??= why;
    this.#stop.abort();
  }
}
