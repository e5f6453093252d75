/**
 * How well the terminal is, from what its parts report: in service, impaired (it serves, but somebody should look), or
 * out of order. It tells its listeners of every change, and finds out by itself when the log can be written again.
 */
import type { ErrorCode, ServiceReason, ServiceState } from '../../contract/public.ts';
import type { CancelTimer, Clock, Logger } from '../ports.ts';
import type { OutOfOrder } from './out-of-order.ts';
import { buildRepeatedFaults } from './repeated-faults.ts';

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
  /** The file of the log is damaged. Visits stop for good: only a repair ends it, and a new start. */
  logDamaged(): void;
  /** Something that is looked at may have changed: the clock, the disk. */
  look(): void;
  upstreamChanged(upstream: UpstreamCondition): void;
  /** The upstream has refused this terminal, or has taken it again. */
  upstreamRefused(refused: boolean): void;
  /** A status came with its visit's own signature, or with one that is not good. */
  statusRead(isAuthentic: boolean): void;
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
  /** Whether the clock of this machine is wrong for certain. */
  readonly clockIsWrong: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Below this the terminal stops before SQLite does: a full disk fails the checkpoint as well (trust.md D2). */
export const leastFreeBytes = 16 * 1024 * 1024;

/** A terminal that was below it serves again from here on, so that it does not go in and out at the edge. */
export const enoughFreeBytes = 24 * 1024 * 1024;

/** So many refusals in a row mean that the key is wrong, and no visitor can mend that. */
const refusalsUntilOutOfOrder = 5;

/** So many statuses in a row that are not authentic: keys that do not fit, or somebody in between. */
const forgeriesUntilOutOfOrder = 3;

const tryAgainMs = 5_000;
const lookAtDiskMs = 5_000;

/** Builds it. */
export function buildServiceHealth(parts: ServiceHealthParts): ServiceHealth {
  const { outOfOrder, clock, logger } = parts;
  const listeners: ((condition: Condition) => void)[] = [];
  let logWorks = true;
  let logIsDamaged = false;
  let upstream: UpstreamCondition = { state: 'ok' };
  let disk = { lookedAt: Number.NEGATIVE_INFINITY, low: outOfOrder.has('disk-low') };
  let cancelTry: CancelTimer = () => {};
  const repeated = { outOfOrder, clock, onTrial };
  const refusals = buildRepeatedFaults({ ...repeated, reason: 'upstream-forbidden', most: refusalsUntilOutOfOrder });
  const forgeries = buildRepeatedFaults({
    ...repeated,
    reason: 'upstream-signature-invalid',
    most: forgeriesUntilOutOfOrder,
  });
  let told = JSON.stringify(currentCondition());

  function diskIsLow(): boolean {
    const now = clock.monotonic();
    if (now - disk.lookedAt > lookAtDiskMs) {
      disk = { lookedAt: now, low: parts.freeBytes() < (disk.low ? enoughFreeBytes : leastFreeBytes) };
      keep('disk-low', disk.low);
    }
    return disk.low;
  }

  function clockIsWrong(): boolean {
    const wrong = parts.clockIsWrong();
    keep('clock-wrong', wrong);
    return wrong;
  }

  /** Keeps over a restart what is looked at anew here all the time; where it cannot be written, it holds as long as it is seen. */
  function keep(reason: ServiceReason, holds: boolean): void {
    if (holds === outOfOrder.has(reason)) {
      return;
    }
    try {
      if (holds) {
        outOfOrder.set(reason);
      } else {
        outOfOrder.clear(reason);
      }
    } catch {
      logger.warn('health not kept', { reason });
    }
  }

  function onTrial(clear: () => void): void {
    try {
      clear();
    } catch {
      logger.warn('health not kept', {});
    }
    tell();
  }

  /** What makes serving impossible, whatever else there is. */
  function stopper(): ServiceReason | undefined {
    if (logIsDamaged) {
      return 'log-damaged';
    }
    if (!logWorks) {
      return 'log-unavailable';
    }
    return diskIsLow() ? 'disk-low' : undefined;
  }

  function currentCondition(): Condition {
    const stopped = stopper();
    if (stopped !== undefined) {
      return { state: 'out-of-order', reason: stopped };
    }
    const message = outOfOrder.staffMessage();
    if (message !== undefined) {
      return { state: 'out-of-order', reason: 'out-of-order', ...(message === '' ? {} : { message }) };
    }
    const reason = clockIsWrong() ? 'clock-wrong' : outOfOrder.reason();
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
    logDamaged() {
      logIsDamaged = true;
      tell();
    },
    look: tell,
    upstreamRefused(refused) {
      refusals.note(refused);
      tell();
    },
    statusRead(isAuthentic) {
      forgeries.note(!isAuthentic);
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
      refusals.forget();
      forgeries.forget();
      tell();
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
    close() {
      cancelTry();
      refusals.close();
      forgeries.close();
    },
  };
}
