/**
 * How well the terminal is, from what its parts report: in service, impaired (it serves, but somebody should look), or
 * out of order. It tells its listeners of every change, and finds out by itself when the log can be written again.
 */
import type { ErrorCode, ServiceReason, ServiceState } from '../../contract/public.ts';
import type { CancelTimer, Clock, Logger } from '../ports.ts';
import type { OutOfOrder } from './out-of-order.ts';

export interface Condition {
  readonly state: ServiceState;
  readonly reason?: ServiceReason;
  /** What staff say to visitors of a terminal that they have taken out of order. */
  readonly message?: string;
}

/** What the upstream client says of itself. */
export interface UpstreamCondition {
  readonly state: 'ok' | 'down' | 'forbidden';
}

export interface ServiceHealth {
  condition(): Condition;
  /** Why no visit may begin, if so. */
  outOfService(): ErrorCode | undefined;
  /** A write to the log failed. Visits stop until a write has worked again. */
  logFailed(): void;
  upstreamChanged(upstream: UpstreamCondition): void;
  /** The upstream has refused this terminal, or has taken it again. */
  upstreamRefused(refused: boolean): void;
  /** The program or its page crashes too often: out of order; throws when that cannot be written. */
  reportCrashes(): void;
  /** It has lived for long enough since then. */
  crashesOver(): void;
  /** Staff take the terminal out of order; throws when that cannot be written. */
  stop(message: string): void;
  /** Staff say that it serves again. Log and upstream are judged anew. */
  resume(): void;
  onChange(listener: (condition: Condition) => void): void;
  close(): void;
}

export interface ServiceHealthParts {
  readonly outOfOrder: OutOfOrder;
  /** Tries a small durable write; throws when the log cannot be written. */
  readonly tryLog: () => void;
  /** Bytes left on the medium of the data folder. */
  readonly freeBytes: () => number;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Below this the terminal stops before SQLite does: a full disk fails the checkpoint as well (trust.md D2). */
export const leastFreeBytes = 16 * 1024 * 1024;

/** So many refusals in a row mean that the key is wrong, and no visitor can mend that. */
const refusalsUntilOutOfOrder = 5;

const tryAgainMs = 5_000;
const lookAtDiskMs = 5_000;

/** Builds it. */
export function buildServiceHealth(parts: ServiceHealthParts): ServiceHealth {
  const { outOfOrder, clock, logger } = parts;
  const listeners: ((condition: Condition) => void)[] = [];
  let logWorks = true;
  let upstream: UpstreamCondition = { state: 'ok' };
  let refusals = 0;
  let disk = { lookedAt: Number.NEGATIVE_INFINITY, full: false };
  let cancelTry: CancelTimer = () => {};
  let told = JSON.stringify(currentCondition());

  function diskIsFull(): boolean {
    const now = clock.monotonic();
    if (now - disk.lookedAt > lookAtDiskMs) {
      disk = { lookedAt: now, full: parts.freeBytes() < leastFreeBytes };
    }
    return disk.full;
  }

  function currentCondition(): Condition {
    const reason = outOfOrder.reason();
    if (!logWorks || diskIsFull()) {
      return { state: 'out-of-order', reason: 'log-unavailable' };
    }
    const message = outOfOrder.staffMessage();
    if (message !== undefined) {
      return { state: 'out-of-order', reason: 'out-of-order', ...(message === '' ? {} : { message }) };
    }
    if (reason !== undefined) {
      return { state: 'out-of-order', reason };
    }
    if (upstream.state === 'ok') {
      return { state: 'in-service' };
    }
    const why = upstream.state === 'forbidden' ? 'upstream-forbidden' : 'upstream-unavailable';
    return { state: 'impaired', reason: why };
  }

  function tell(): void {
    const condition = currentCondition();
    const words = JSON.stringify(condition);
    if (words !== told) {
      told = words;
      logger.warn('health changed', { state: condition.state, reason: condition.reason });
      for (const listener of listeners) {
        listener(condition);
      }
    }
  }

  function tryLogAgain(): void {
    cancelTry();
    cancelTry = clock.after(tryAgainMs, () => {
      try {
        parts.tryLog();
        logWorks = true;
        tell();
      } catch {
        tryLogAgain();
      }
    });
  }

  return {
    condition() {
      tell();
      return currentCondition();
    },
    outOfService() {
      tell();
      const { state, reason } = currentCondition();
      if (state !== 'out-of-order') {
        return undefined;
      }
      return reason === 'log-unavailable' ? reason : 'out-of-order';
    },
    logFailed() {
      logWorks = false;
      tell();
      tryLogAgain();
    },
    upstreamChanged(next) {
      upstream = next;
      tell();
    },
    upstreamRefused(refused) {
      refusals = refused ? refusals + 1 : 0;
      if (refusals >= refusalsUntilOutOfOrder) {
        outOfOrder.set('upstream-forbidden');
      }
      tell();
    },
    reportCrashes() {
      outOfOrder.set('crashes');
      tell();
    },
    crashesOver() {
      outOfOrder.clear('crashes');
      tell();
    },
    stop(message) {
      outOfOrder.stop(message);
      tell();
    },
    resume() {
      outOfOrder.resume();
      refusals = 0;
      tell();
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
    close: () => cancelTry(),
  };
}
