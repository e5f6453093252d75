/** What the reference and the steps of the model speak of. For tests only. */
import type { Answer, VerificationSnapshot } from '../../../main/contract/public.ts';
import type { Person } from '../../../main/sandbox/sandbox.ts';

/** How a visit ended, as its row must say. */
export interface Owed {
  readonly outcome: string;
  readonly reason: string | null;
  readonly status: number | null;
}

/** A moment: monotonic time, the kiosk's wall clock, and the true time. Milliseconds. */
export interface Moment {
  readonly mono: number;
  readonly wall: number;
  readonly truth: number;
}

/** Somebody who was sent a code. */
export interface Guest {
  readonly id: string;
  readonly person: Person;
  readonly isParty: boolean;
  /** `lost`: the program has ended since. */
  state: 'awaiting-otp' | 'checking' | 'ended' | 'lost';
  /** A new code is being asked for. */
  busy: boolean;
  txnId: string;
  /** The code on their phone; undefined where the SMS was lost. */
  otp: string | undefined;
  attemptsLeft: number;
  sentAt: number;
  /** Since when nothing was done with the code. */
  idleSince: number;
  endedAt: number;
  /** What is answered about it from its end on. */
  last: object;
}

/** A code that somebody wants sent; the kiosk counts it before it asks, and takes it back where none was sent. */
export interface Send {
  readonly number: string;
  /** By the wall clock. */
  readonly at: number;
  /** Why nobody could begin at that moment, if so. */
  readonly stop: string | undefined;
  /** Whether it was sent, and still counts for certain. */
  isSent: boolean;
}

export type Asked = Answer<VerificationSnapshot>;

/** What an answer says: its error code, or its state. */
export function codeOf(answer: Asked): string {
  return answer.ok ? answer.value.state : answer.error.code;
}

export function isOpen({ state }: Guest): boolean {
  return state === 'awaiting-otp' || state === 'checking';
}

/** Stops a run that is not as it must be. */
export function must(isSo: boolean, words: string): asserts isSo {
  if (!isSo) {
    throw new Error(words);
  }
}
