/** A fault that may come so often in a row and no more, as the reference counts it. For tests only. */

/** Then one visit is let through, to see whether all is well again. Milliseconds. */
const trialAfterMs = 30 * 60_000;

export class Repeated {
  readonly #most: number;
  #inARow = 0;
  /** By the monotonic clock; undefined while the terminal serves as far as this goes. */
  #stoppedAt: number | undefined;

  /** @param most so many in a row stop the terminal */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether the terminal is out of order for it. */
  isOver(): boolean {
    return this.#stoppedAt !== undefined;
  }

  /** What a visit came to, at this moment of the monotonic clock. */
  note(isFault: boolean, mono: number): void {
    this.#inARow = isFault ? this.#inARow + 1 : 0;
    if (this.#inARow >= this.#most) {
      this.#stoppedAt ??= mono;
    }
  }

  /** Time has passed. */
  passed(mono: number): void {
    if (this.#stoppedAt !== undefined && mono >= this.#stoppedAt + trialAfterMs) {
      this.#stoppedAt = undefined;
      this.#inARow = this.#most - 1;
    }
  }

  /** The program has ended and begun again: what stopped it is known, and waits anew. */
  restarted(mono: number): void {
    this.#inARow = 0;
    this.#stoppedAt = this.#stoppedAt === undefined ? undefined : mono;
  }

  /** Staff say that it is mended. */
  forget(): void {
    this.#inARow = 0;
    this.#stoppedAt = undefined;
  }
}
