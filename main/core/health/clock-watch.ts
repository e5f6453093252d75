/**
 * The machine's clock beside the upstream's, which says the time in the `Date` header of every answer (RFC 9110 section
 * 6.6.1). A kiosk whose clock is wrong goes out of order: its rows would tell wrong times for good, and what is signed
 * with a time would be taken as old. Part of the core.
 */
import { writtenAfter } from '../entry-log/clock-judgement.ts';
import type { CancelTimer, Clock } from '../ports.ts';

/** So far the two may be apart, in milliseconds: what signatures of the upstream allow as well. */
export const mostApartMs = 5 * 60_000;

/** Two answers that say the same are needed; so far their words may differ, in milliseconds. */
const sameWithinMs = 60_000;

/** A time that was said longer ago says nothing of now: while a machine sleeps, its steady clock may stand still. */
const knownForMs = 10 * 60_000;

/** From one question to the next while the clock is wrong, in milliseconds. */
const askEveryMs = 60_000;

/** After so long without a row the clock may have been set anew, in milliseconds. */
const longSinceMs = 2 * 24 * 60 * 60 * 1000;

/** Whether so much lies between the newest row and now that the upstream should be asked what time it is. */
export function isLongSince(newestAt: string | null, now: number): boolean {
  return newestAt !== null && now - Date.parse(newestAt) > longSinceMs;
}

/** What a row says of a clock that is apart from the upstream's. */
export type ClockDoubt = 'ahead-of-upstream' | 'behind-upstream';

export interface ClockWatch {
  /** The upstream has said the time, in milliseconds since 1970; nothing is made of what is none. */
  noteTime(upstreamTime: number): void;
  /** Whether the clock of this machine is wrong for certain. */
  isWrong(): boolean;
  /** What is wrong with the time of this moment, as far as the upstream has said lately. */
  doubt(): ClockDoubt | undefined;
  /** How far this machine is ahead of the upstream, in milliseconds; undefined while it is not known. */
  aheadMs(): number | undefined;
  /** Asks the upstream now; true until it has answered or could not. */
  ask(): void;
  isAsking(): boolean;
  close(): void;
}

export interface ClockWatchParts {
  readonly clock: Clock;
  /** Whether it was wrong when the program ended. */
  readonly wasWrong: boolean;
  /** Asks the upstream for its time; undefined where it does not answer. Never rejects. */
  readonly askTime: () => Promise<number | undefined>;
  /** Something may have changed. */
  readonly onChange: () => void;
}

/** Builds it. Whoever was wrong before is asked about at once. */
export function buildClockWatch({ clock, wasWrong, askTime, onChange }: ClockWatchParts): ClockWatch {
  let wrong = wasWrong;
  let said: { readonly time: number; readonly at: number } | undefined;
  let suspected: number | undefined;
  let asking = false;
  let closed = false;
  let cancel: CancelTimer = () => {};

  const aheadMs = (): number | undefined => {
    const age = said === undefined ? Number.POSITIVE_INFINITY : clock.monotonic() - said.at;
    return said === undefined || age > knownForMs ? undefined : clock.now() - (said.time + age);
  };
  const isApart = (ahead: number | undefined): boolean => ahead !== undefined && Math.abs(ahead) > mostApartMs;

  const noteTime = (time: number): void => {
    if (!Number.isFinite(time)) {
      return;
    }
    said = { time, at: clock.monotonic() };
    const ahead = clock.now() - time;
    const wasWrongBefore = wrong;
    if (!isApart(ahead)) {
      wrong = false;
      suspected = undefined;
    } else if (suspected !== undefined && Math.abs(ahead - suspected) <= sameWithinMs) {
      wrong = true;
    } else {
      suspected = ahead;
    }
    if (wrong && !wasWrongBefore) {
      askLater();
    }
    onChange();
  };
  const askLater = (): void => {
    cancel();
    cancel = closed ? () => {} : clock.after(askEveryMs, ask);
  };
  const askOnce = async (): Promise<void> => {
    const time = await askTime();
    if (!closed && time !== undefined) {
      noteTime(time);
    }
  };
  const ask = (): void => {
    if (asking || closed) {
      return;
    }
    asking = true;
    const asked = async () => {
      await askOnce();
      // One answer that is apart is no proof; the next one is.
      if (!wrong && suspected !== undefined) {
        await askOnce();
      }
      asking = false;
      if (wrong && !closed) {
        askLater();
      }
      onChange();
    };
    void asked();
  };

  if (wasWrong) {
    ask();
  }
  return {
    noteTime,
    isWrong() {
      const ahead = aheadMs();
      if (wrong && ahead !== undefined && !isApart(ahead)) {
        // Somebody has set it right, and the time of the upstream is known well enough to see that.
        wrong = false;
        suspected = undefined;
        cancel();
      }
      return wrong || clock.now() < writtenAfter;
    },
    doubt() {
      const ahead = aheadMs();
      return ahead !== undefined && isApart(ahead) ? (ahead > 0 ? 'ahead-of-upstream' : 'behind-upstream') : undefined;
    },
    aheadMs,
    ask,
    isAsking: () => asking,
    close() {
      closed = true;
      cancel();
    },
  };
}
