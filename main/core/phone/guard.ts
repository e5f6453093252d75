/**
 * What a phone may do with the operations of a visit: one verification that is decided, as many tries before that as
 * ten minutes hold, and nothing once its kiosk has called it off. Callers that are no phone pass through. Part of the
 * core.
 */
import {
  type Answer,
  type InputOf,
  problem,
  type SnapshotIn,
  type VerificationSnapshot,
} from '../../contract/public.ts';
import type { Caller } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { Clock } from '../ports.ts';
import type { Invited, PhoneSession } from './invitation.ts';
import { type InvitationParts, type Invitations, visitCallerOf } from './invitations.ts';

/** The operations that a phone's visit is made of. */
export type VisitHandlers = Pick<
  Handlers,
  | 'consent.decline'
  | 'verification.start'
  | 'verification.submitOtp'
  | 'verification.resendOtp'
  | 'verification.get'
  | 'verification.cancel'
>;

export interface GuardParts {
  readonly invitations: Invitations;
  readonly verification: InvitationParts['verification'];
  readonly clock: Pick<Clock, 'monotonic'>;
}

interface Phone {
  readonly invited: Invited;
  readonly session: PhoneSession;
}

/** Lays the guard over the operations. */
export function guardPhones<H extends VisitHandlers>(handlers: H, parts: GuardParts): H {
  const { invitations } = parts;
  /** Runs the operation for a phone under its rules, and for everybody else as it is. */
  const forPhone =
    <I, O>(
      plain: (caller: Caller, input: I) => Promise<Answer<O>> | Answer<O>,
      run: (phone: Phone, ask: () => Promise<Answer<O>> | Answer<O>, input: I) => Promise<Answer<O>> | Answer<O>,
    ) =>
    (caller: Caller, input: I) => {
      if (caller.kind !== 'embed' || caller.atTerminal !== true) {
        return plain(caller, input);
      }
      const phone = invitations.ofPhone(caller);
      return phone === undefined ? problem('unauthenticated') : run(phone, () => plain(caller, input), input);
    };
  const watched = async (
    phone: Phone,
    ask: () => Promise<Answer<VerificationSnapshot>> | Answer<VerificationSnapshot>,
  ) => note(parts, phone, await ask());
  return {
    ...handlers,
    'consent.decline': forPhone(handlers['consent.decline'], async ({ invited, session }, ask) => {
      if (mayNotBegin(parts, invited, session)) {
        return problem('unauthenticated');
      }
      const declined = await ask();
      if (declined.ok) {
        await invitations.end(invited);
      }
      return declined;
    }),
    'verification.start': forPhone(handlers['verification.start'], (phone, ask, input) =>
      start(parts, phone, ask, input),
    ),
    'verification.submitOtp': forPhone(handlers['verification.submitOtp'], watched),
    'verification.resendOtp': forPhone(handlers['verification.resendOtp'], watched),
    'verification.get': forPhone(handlers['verification.get'], watched),
    'verification.cancel': forPhone(handlers['verification.cancel'], watched),
  };
}

/** Whether the phone's time is over, or it has been decided on. */
function mayNotBegin({ clock }: GuardParts, { stage }: Invited, { until }: PhoneSession): boolean {
  return stage.state !== 'opened' || clock.monotonic() >= until;
}

/** A verification of the phone: the one before is left, and one that comes after the kiosk called it off is left too. */
async function start(
  parts: GuardParts,
  { invited, session }: Phone,
  ask: () => Promise<Answer<VerificationSnapshot>> | Answer<VerificationSnapshot>,
  { purpose }: InputOf<'verification.start'>,
): Promise<Answer<VerificationSnapshot>> {
  const { invitations, verification } = parts;
  if (!invited.purposes.includes(purpose)) {
    return problem('invalid-input', { fields: [{ path: 'purpose', problem: 'not-offered' }] });
  }
  if (session.starting) {
    return problem('conflict');
  }
  session.starting = true;
  try {
    const before = session.verification;
    if (before !== undefined) {
      // Whoever changes the number begins anew; a decision that came in this moment stands.
      note(parts, { invited, session }, await verification.cancel(visitCallerOf(session.caller), before));
    }
    if (mayNotBegin(parts, invited, session)) {
      return problem('unauthenticated');
    }
    const started = await ask();
    if (!started.ok) {
      return started;
    }
    if (invitations.ofPhone(session.caller) === undefined) {
      await verification.cancel(visitCallerOf(session.caller), started.value.id);
      return problem('unauthenticated');
    }
    session.verification = started.value.id;
    return started;
  } finally {
    session.starting = false;
  }
}

/** Takes note of how the phone's verification stands: a decision, or three wrong codes, end the visit (E3). */
function note(
  { invitations }: GuardParts,
  { invited, session }: Phone,
  asked: Answer<VerificationSnapshot>,
): Answer<VerificationSnapshot> {
  if (invited.stage.state !== 'opened') {
    return asked;
  }
  if (asked.ok && isOwn(session, asked.value) && asked.value.state === 'decided') {
    invitations.decide(invited, session, asked.value);
  } else if (!asked.ok && asked.error.code === 'otp-exhausted') {
    void invitations.end(invited);
  }
  return asked;
}

function isOwn({ verification }: PhoneSession, snapshot: VerificationSnapshot): snapshot is SnapshotIn<'decided'> {
  return snapshot.id === verification && snapshot.state === 'decided';
}
