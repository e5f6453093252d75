/**
 * What the verification operations share: their parts, the register of open verifications, and the few steps that
 * more than one of them takes.
 */
import { type Answer, answer, type ErrorCode, problem, type VerificationSnapshot } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Notices } from '../consent/notices.ts';
import type { CallerParty } from '../dispatch/caller.ts';
import type { AppendedEntry, Channel, EntryDraft } from '../entry-log/entry.ts';
import type { SealIdentity } from '../entry-log/seal-identity.ts';
import type { Admission } from '../limits/admission.ts';
import type { CountedSend } from '../limits/code-limits.ts';
import type { Clock, StopSignal } from '../ports.ts';
import type { Upstream } from '../upstream/upstream.ts';
import type { Beginnings } from './beginnings.ts';
import type { Decoys, SentCode } from './decoy.ts';
import type { Registry, Slot } from './registry.ts';
import { ended, type Final, type Open, recording, snapshotOf, type Visit } from './transitions.ts';

/** A caller as this service must know it: whose verifications these are, and what the log calls the channel. */
export interface VisitCaller {
  readonly owner: string;
  readonly channel: Channel;
  /** The system that the person is verified for, if any. */
  readonly party?: CallerParty | undefined;
  /** A phone that a kiosk of this terminal has invited. */
  readonly atTerminal?: true | undefined;
}

export interface VerificationParts {
  readonly settings: Settings;
  readonly notices: Notices;
  readonly upstream: Upstream;
  readonly admission: Admission;
  /** Writes a row and settles when it is durable; undefined when it could not be written, which has been reported. */
  readonly append: (draft: EntryDraft) => Promise<AppendedEntry | undefined>;
  /** Seals a person as the privacy setting wants it, before anything is sent. */
  readonly sealIdentity: SealIdentity;
  /** Why no visit may begin now, if so. */
  readonly outOfService: () => ErrorCode | undefined;
  /** The upstream has refused this terminal as such, or has taken it again. */
  readonly upstreamRefused: (refused: boolean) => void;
  readonly clock: Clock;
}

export interface VerificationContext extends VerificationParts {
  readonly registry: Registry;
  readonly beginnings: Beginnings;
  readonly decoys: Decoys;
}

/** What every verification operation answers. */
export type Asked = Answer<VerificationSnapshot>;

/** An answer that is a fault. */
export type Fault = Extract<Answer<never>, { ok: false }>;

/** How a verification ends: the row, and the state that follows once it is written, or could not be. */
export interface Finish {
  readonly row: Pick<EntryDraft, 'outcome' | 'reason' | 'status' | 'policy' | 'upstreamRef'>;
  readonly next: (entry: AppendedEntry | undefined) => Final;
}

/** What ends a visit for a reason that is nobody's fault; all other codes are faults. */
const noFault: readonly ErrorCode[] = ['person-unknown', 'otp-too-soon'];

/** What the log calls a visit that ended with this code. */
export function outcomeOfEnd(code: ErrorCode): 'not-verified' | 'fault' {
  return noFault.includes(code) ? 'not-verified' : 'fault';
}

/** How long a person may stay away after a code has expired and the next one could be asked for. */
const abandonedAfterMs = 120_000;

/** Faults that prove that no code was sent, so that it does not count against the number. */
const nothingSent: readonly ErrorCode[] = [
  'person-unknown',
  'otp-too-soon',
  'upstream-forbidden',
  'upstream-rate-limited',
];

/** The verification as its caller may see it now. */
export function snapshot(context: VerificationContext, slot: Slot): Asked {
  return answer(snapshotOf(slot.id, slot.verification, context.clock.monotonic()));
}

/**
 * The columns that every row of a visit has.
 * @param txn the verification by the identifier that its caller knows, where it has one
 */
export function rowOf(visit: Visit, txn?: string): Omit<EntryDraft, 'outcome'> {
  const { person, sealedIdentity, purpose, consent, channel, atTerminal } = visit;
  const party = visit.party && { ...visit.party, txn };
  return { person, sealedIdentity, purpose, consent, channel, party, atTerminal };
}

/**
 * Ends a verification: first its row, then its last state, so that nobody sees what the log does not have (D1).
 * The answer tells when the log could not take it.
 */
export function end(context: VerificationContext, slot: Slot, from: Open, finish: Finish): Promise<Asked> {
  slot.cancelTimer();
  context.registry.set(slot, recording(from));
  slot.calls?.setAside.release(slot.calls.left);
  slot.calls = undefined;
  const ended = context.append({ ...rowOf(from.visit, slot.id), ...rowOfEnd(from, finish) }).then((entry) => {
    context.registry.set(slot, finish.next(entry));
    slot.recorded = undefined;
    return entry === undefined ? problem('log-unavailable') : snapshot(context, slot);
  });
  slot.recorded = ended;
  slot.stop.abort();
  return ended;
}

/** A decoy ends as what it is; whoever had it begun is told what they have seen of it. */
function rowOfEnd({ code }: Open, { row }: Finish): Finish['row'] & Pick<EntryDraft, 'told'> {
  const { outcome, reason } = row;
  return code.isDecoy === true
    ? { outcome: 'not-verified', reason: 'person-unknown', told: { outcome, ...(reason !== undefined && { reason }) } }
    : row;
}

/** Lets a verification expire when nobody comes back for its code, nor for the next one. */
export function awaitOtp(context: VerificationContext, slot: Slot): void {
  const { validMs, resendMs } = context.settings.upstream.otp;
  context.registry.schedule(slot, Math.max(validMs, resendMs) + abandonedAfterMs, () => {
    const { verification } = slot;
    if (verification.state === 'awaiting-otp') {
      const row = { outcome: 'not-verified', reason: 'otp-expired' } as const;
      void end(context, slot, verification, { row, next: () => ended(verification, 'expired') });
    }
  });
}

/** One of the visit's calls is about to be made. */
export function useCall({ calls }: Slot): void {
  if (calls !== undefined) {
    calls.left = Math.max(0, calls.left - 1);
  }
}

/**
 * Asks for a code that has been counted, and takes the count back when it is certain that none was sent (E4). For
 * somebody unknown who shall not be told so it stays, as it does for all others.
 */
export async function askForCode(
  context: VerificationContext,
  visit: Visit,
  counted: CountedSend,
  signal?: StopSignal,
): Promise<Answer<SentCode>> {
  const { decoys } = context;
  const { mobileNumber } = visit.person;
  decoys.noteAsked(mobileNumber);
  const sent = await context.upstream.generateOtp(visit.person, signal);
  if (sent.ok || sent.error.code === 'upstream-forbidden') {
    context.upstreamRefused(!sent.ok);
  }
  if (decoys.isOn && !sent.ok && sent.error.code === 'person-unknown') {
    return answer(decoys.make());
  }
  if (!sent.ok) {
    decoys.release(mobileNumber);
  }
  if (!sent.ok && ('unsent' in sent || nothingSent.includes(sent.error.code))) {
    counted.takeBack();
  }
  return sent.ok ? sent : { ok: false, error: sent.error };
}
