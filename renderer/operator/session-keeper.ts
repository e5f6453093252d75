/**
 * Keeps an unlocked desk open while somebody is at it, counts its last seconds, and closes it.
 * Runs in the operator face. The core decides; this follows what it says, with the page's monotonic clock.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { OperatorSession } from '../../main/contract/public.ts';
import type { CancelTimer, FaceClock } from '../store/clock.ts';
import type { Ask } from './ask.ts';

/** The core is told of touches and keys at most this often, and at once while the last seconds are counted. */
const touchMs = 20_000;

/** So long before the desk locks itself the page says so. */
const warnMs = 20_000;

const secondMs = 1000;

export interface SessionKeeper {
  /** Whose desk is open; undefined while it is locked. */
  readonly session: ReadonlySignal<OperatorSession | undefined>;
  /** Whole seconds until the desk locks itself, once they are few. */
  readonly secondsLeft: ReadonlySignal<number | undefined>;
  /** Somebody has unlocked. */
  readonly open: (session: OperatorSession) => void;
  /** What the core says of the session now: who, and how long. */
  readonly know: (session: OperatorSession) => void;
  /** Any touch or key at all. */
  readonly touch: () => void;
  /** "Stay": tells the core at once. */
  readonly stay: () => void;
  /** Forgets the session; gives no word to the core. */
  readonly end: () => void;
}

/** Builds the keeper; `onTimeUp` is called when the time is over that the core gave. */
export function createSessionKeeper(parts: {
  readonly ask: Ask;
  readonly clock: FaceClock;
  readonly onTimeUp: () => void;
}): SessionKeeper {
  const { ask, clock, onTimeUp } = parts;
  const session = signal<OperatorSession | undefined>(undefined);
  const secondsLeft = signal<number | undefined>(undefined);
  let locksAt = 0;
  let touchedAt = 0;
  let telling = false;
  let cancelTimer: CancelTimer = () => {};

  const look = (): void => {
    cancelTimer();
    const left = locksAt - clock.monotonic();
    if (left <= 0) {
      onTimeUp();
      return;
    }
    secondsLeft.value = left <= warnMs ? Math.ceil(left / secondMs) : undefined;
    cancelTimer = clock.after(left > warnMs ? left - warnMs : left % secondMs || secondMs, look);
  };
  const know = (next: OperatorSession): void => {
    session.value = next;
    locksAt = clock.monotonic() + next.lockInMs;
    look();
  };
  const stay = async (): Promise<void> => {
    touchedAt = clock.monotonic();
    telling = true;
    const answer = await ask('operator.touch', {});
    telling = false;
    if (answer.ok && session.peek() !== undefined) {
      know(answer.value);
    }
  };
  return {
    session,
    secondsLeft,
    open(next) {
      touchedAt = clock.monotonic();
      know(next);
    },
    know,
    touch() {
      const isDue = clock.monotonic() - touchedAt >= touchMs || secondsLeft.peek() !== undefined;
      if (session.peek() !== undefined && isDue && !telling) {
        void stay();
      }
    },
    stay: () => void stay(),
    end() {
      cancelTimer();
      session.value = undefined;
      secondsLeft.value = undefined;
    },
  };
}
