/**
 * A fault that comes again and again with every visit is none of the visitors': the terminal goes out of order for it,
 * and tries again after a while, because nobody may be near who could say that it is mended. Part of the core.
 */
import type { ServiceReason } from '../../contract/public.ts';
import type { CancelTimer, Clock } from '../ports.ts';
import type { OutOfOrder } from './out-of-order.ts';

/** Until one visit is let through to see whether all is well again, in milliseconds. */
export const trialAfterMs = 30 * 60_000;

export interface RepeatedFaults {
  /** What a visit came to: whether the fault was there again. */
  note(isFault: boolean): void;
  /** Staff say that it is mended: counted from the beginning. */
  forget(): void;
  close(): void;
}

/** Builds it; `most` faults in a row are too many, and after a trial one is. */
export function buildRepeatedFaults(parts: {
  readonly reason: ServiceReason;
  readonly most: number;
  readonly outOfOrder: Pick<OutOfOrder, 'has' | 'set' | 'clear'>;
  readonly clock: Pick<Clock, 'after'>;
  /** The trial has begun; throws nothing. */
  readonly onTrial: (clear: () => void) => void;
}): RepeatedFaults {
  const { reason, most, outOfOrder, clock } = parts;
  let inARow = 0;
  let cancel: CancelTimer = () => {};
  const beginTrial = () => {
    inARow = most - 1;
    parts.onTrial(() => outOfOrder.clear(reason));
  };
  const waitForTrial = () => {
    cancel();
    cancel = clock.after(trialAfterMs, beginTrial);
  };
  if (outOfOrder.has(reason)) {
    waitForTrial();
  }
  return {
    note(isFault) {
      inARow = isFault ? inARow + 1 : 0;
      if (inARow >= most && !outOfOrder.has(reason)) {
        outOfOrder.set(reason);
        waitForTrial();
      }
    },
    forget() {
      inARow = 0;
      cancel();
    },
    close: () => cancel(),
  };
}
