/**
 * A verification as a state machine: a union that owns its data, and pure transitions from one member to the next.
 * Times are of the monotonic clock, in milliseconds: nobody lengthens a code's life by setting the clock (D4).
 * What is of the person lives only in the members that still need it: an ended one holds nothing of it.
 */

import type { z } from 'zod/mini';
import type { Decision, ErrorCode, Purpose, VaccinationStatus, VerificationSnapshot } from '../../contract/public.ts';
import { maskMobileNumber } from '../../contract/public.ts';
import type { AppendedEntry, Channel, ConsentGiven, EntryParty, Person } from '../entry-log/entry.ts';
import type { SentCode } from './decoy.ts';

/** After three wrong codes the visit ends (E3). */
export const otpAttempts = 3;

/** What a verification keeps of its visit until the end. */
export interface Visit {
  readonly person: Person;
  /** The person as the log keeps them, with `privacy.identity: sealed`. */
  readonly sealedIdentity?: string | undefined;
  readonly purpose: z.infer<typeof Purpose>;
  readonly consent: ConsentGiven;
  readonly channel: Channel;
  /** The system that the person is verified for, and what it gave to tell its answers apart. */
  readonly party?: EntryParty | undefined;
  /** The visitor stands at this terminal, with a phone of their own. */
  readonly atTerminal?: true | undefined;
}

/** How long a code lives, and when the next may be asked for. */
export interface OtpTimes {
  readonly validMs: number;
  readonly resendMs: number;
}

interface Code extends SentCode {
  readonly expiresAt: number;
  readonly resendAt: number;
  readonly attemptsLeft: number;
}

/** A code is on its way to the person, or there. `busy` while a new one is being asked for. */
export interface AwaitingOtp {
  readonly state: 'awaiting-otp';
  readonly revision: number;
  readonly visit: Visit;
  readonly code: Code;
  readonly busy: boolean;
}

/** A code was entered and the upstream is being asked. */
export interface Checking {
  readonly state: 'checking';
  readonly revision: number;
  readonly visit: Visit;
  readonly code: Code;
}

/** It has ended, and its row is being written. Until that is durable nobody sees how it ended (D1). */
export interface Recording {
  readonly state: 'recording';
  readonly revision: number;
}

/** The row is in the log. */
export interface Decided {
  readonly state: 'decided';
  readonly revision: number;
  readonly status: VaccinationStatus;
  readonly decision: Decision;
  readonly policy: string;
  readonly purpose: Visit['purpose'];
  readonly entry: AppendedEntry;
  /** The system that the person was verified for. */
  readonly party?: EntryParty | undefined;
}

/** It came to nothing, and this is why. */
export interface Failed {
  readonly state: 'failed';
  readonly revision: number;
  readonly code: ErrorCode;
}

/** Nobody came back in time, or the person left. */
export interface Ended {
  readonly state: 'expired' | 'cancelled';
  readonly revision: number;
}

export type Open = AwaitingOtp | Checking;
export type Final = Decided | Failed | Ended;
export type Verification = Open | Recording | Final;

/** A code was sent: the beginning, or once more with the attempts that were left. */
export function otpSent(
  from: { readonly visit: Visit; readonly revision: number; readonly attemptsLeft: number },
  sent: SentCode,
  now: number,
  times: OtpTimes,
): AwaitingOtp {
  return {
    state: 'awaiting-otp',
    revision: from.revision + 1,
    visit: from.visit,
    code: {
      ...sent,
      expiresAt: now + times.validMs,
      resendAt: now + times.resendMs,
      attemptsLeft: from.attemptsLeft,
    },
    busy: false,
  };
}

/** A new code is being asked for; until the answer nothing else happens. */
export function resendBegun(from: AwaitingOtp): AwaitingOtp {
  return { ...from, busy: true };
}

/** No new code came; the one before stays as it was. */
export function resendEnded(from: AwaitingOtp): AwaitingOtp {
  return { ...from, busy: false };
}

/** A code was entered. */
export function otpSubmitted(from: AwaitingOtp): Checking {
  return { state: 'checking', revision: from.revision + 1, visit: from.visit, code: from.code };
}

/** The upstream says that the code is wrong: one attempt less, and none left ends the visit. */
export function otpRejected(from: Checking): AwaitingOtp | Failed {
  const attemptsLeft = from.code.attemptsLeft - 1;
  if (attemptsLeft <= 0) {
    return failed(from, 'otp-exhausted');
  }
  const code = { ...from.code, attemptsLeft };
  return { state: 'awaiting-otp', revision: from.revision + 1, visit: from.visit, code, busy: false };
}

/** The upstream answered, the policy decided, and the row is durable. */
export function decided(from: Checking, result: Pick<Decided, 'status' | 'decision' | 'policy' | 'entry'>): Decided {
  const { purpose, party } = from.visit;
  return { state: 'decided', revision: from.revision + 1, ...result, purpose, party };
}

/** It has ended one way or another; its row comes first. */
export function recording(from: Open): Recording {
  return { state: 'recording', revision: from.revision };
}

/** It cannot go on. */
export function failed(from: Open, code: ErrorCode): Failed {
  return { state: 'failed', revision: from.revision + 1, code };
}

/** The time is over, or the person left. */
export function ended(from: Open, state: Ended['state']): Ended {
  return { state, revision: from.revision + 1 };
}

/** Whether the person can still do something. */
export function isOpen(verification: Verification): verification is Open {
  return verification.state === 'awaiting-otp' || verification.state === 'checking';
}

/** What the caller may see of it at this moment. */
export function snapshotOf(id: string, verification: Verification, now: number): VerificationSnapshot {
  const { revision } = verification;
  switch (verification.state) {
    case 'awaiting-otp':
      return {
        id,
        state: verification.state,
        revision,
        expiresInMs: left(verification.code.expiresAt, now),
        resendInMs: left(verification.code.resendAt, now),
        attemptsLeft: verification.code.attemptsLeft,
        maskedMobile: maskMobileNumber(verification.visit.person.mobileNumber),
      };
    case 'decided': {
      const { status, decision, entry } = verification;
      const { seq, checkCode } = entry;
      return { id, state: verification.state, revision, status, decision, entryId: entry.id, seq, checkCode };
    }
    case 'failed':
      return { id, state: verification.state, revision, code: verification.code };
    case 'recording':
      return { id, state: 'checking', revision };
    case 'checking':
    case 'expired':
    case 'cancelled':
      return { id, state: verification.state, revision };
  }
}

function left(until: number, now: number): number {
  return Math.max(0, Math.ceil(until - now));
}
