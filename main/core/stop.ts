/**
 * An AbortController and its signal in one, for what is begun and ended with every visit: a real one is an EventTarget,
 * and makes an Event and an error for each abort.
 * Part of the core.
 */
import type { StopSignal } from './ports.ts';

/** Tells those who listen, once, that nobody waits any longer. */
export class Stop implements StopSignal {
  #aborted = false;
  #listeners: readonly (() => void)[] = [];

  get aborted(): boolean {
    return this.#aborted;
  }

  /** A listener that comes after the abort is not told, as with an AbortSignal: look at `aborted` first. */
  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = [...this.#listeners, listener];
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners = this.#listeners.filter((other) => other !== listener);
  }

  /** Aborts; doing it again changes nothing. */
  abort(): void {
    if (this.#aborted) {
      return;
    }
    this.#aborted = true;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) {
      listener();
    }
  }
}
