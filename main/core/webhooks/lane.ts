/**
 * Where the delivery to one party stands, and when it goes on. The wall clock says when, so that a restart and a machine
 * that slept change nothing; no wait is longer on the monotonic clock than it was meant to be, whoever sets the other.
 * Part of the core.
 */
import type { CancelTimer, Clock } from '../ports.ts';
import { boundedWaitMs } from './backoff.ts';
import type { FailingReceiver } from './outbox-sql.ts';

export interface Lane {
  readonly party: string;
  step: 'idle' | 'queued' | 'busy' | 'resting';
  /** Something has come in since the last look. */
  again: boolean;
  /** How the receiver failed last; undefined when it took the last event. */
  readonly failing: FailingReceiver | undefined;
  failed(failing: FailingReceiver, waitMs: number): void;
  succeeded(): void;
  /** Nothing is sent for so long, whatever the receiver did. */
  delay(milliseconds: number): void;
  /** Calls as soon as it may go on: at once where nothing holds it back. */
  rest(onDue: () => void): void;
  cancel(): void;
}

/** A wait is looked at so often: on a machine that slept the wall clock has moved, and timers have not. */
const lookMs = 60_000;

/** When it goes on: whichever comes first. Milliseconds of the two clocks. */
interface Due {
  readonly wall: number;
  readonly monotonic: number;
}

/** Builds it; a receiver that failed before is not asked earlier than it was to be then. */
export function buildLane(party: string, clock: Clock, known: FailingReceiver | undefined): Lane {
  let failing = known;
  let cancelTimer: CancelTimer = () => {};
  const dueIn = (milliseconds: number): Due => ({
    wall: clock.now() + milliseconds,
    monotonic: clock.monotonic() + milliseconds,
  });
  let due: Due | undefined =
    known && dueIn(known.gone ? 0 : Math.min(Math.max(0, known.nextAt - clock.now()), boundedWaitMs));
  const leftMs = (): number =>
    due === undefined ? 0 : Math.min(due.wall - clock.now(), due.monotonic - clock.monotonic());

  const lane: Lane = {
    party,
    step: 'idle',
    again: false,
    get failing() {
      return failing;
    },
    failed(next, waitMs) {
      failing = next;
      due = dueIn(waitMs);
    },
    succeeded() {
      failing = undefined;
      due = undefined;
    },
    delay(milliseconds) {
      due = dueIn(milliseconds);
    },
    rest(onDue) {
      cancelTimer();
      const left = leftMs();
      if (left <= 0) {
        onDue();
        return;
      }
      lane.step = 'resting';
      cancelTimer = clock.after(Math.min(left, lookMs), () => lane.rest(onDue));
    },
    cancel: () => cancelTimer(),
  };
  return lane;
}
