/** `verification.resendOtp`: a new code, which makes the one before worthless. */
import { type Answer, problem } from '../../contract/public.ts';
import {
  type Asked,
  askForCode,
  awaitOtp,
  end,
  snapshot,
  type VerificationContext,
  type VisitCaller,
} from './context.ts';
import type { SentCode } from './decoy.ts';
import { leftBehind } from './left-behind.ts';
import type { Slot } from './registry.ts';
import { type AwaitingOtp, failed, otpSent, resendBegun, resendEnded } from './transitions.ts';

/** Asks for a new code, when the upstream's window allows it. The wrong attempts so far still count (E3). */
export async function resendOtp(context: VerificationContext, caller: VisitCaller, id: string): Promise<Asked> {
  const { registry, clock } = context;
  const slot = registry.find(caller.owner, id);
  if (slot === undefined) {
    return problem('not-found');
  }
  const { verification } = slot;
  if (verification.state !== 'awaiting-otp' || verification.busy) {
    return problem('conflict');
  }
  const waitMs = Math.ceil(verification.code.resendAt - clock.monotonic());
  if (waitMs > 0) {
    return problem('otp-too-soon', { retryAfterMs: waitMs });
  }
  const asking = resendBegun(verification);
  registry.set(slot, asking);
  const sent = await countAndAsk(context, slot, asking).catch((error: unknown) => {
    // A counter that cannot be written must not leave the visit waiting for a code that nobody asked for.
    if (slot.verification === asking) {
      registry.set(slot, resendEnded(asking));
    }
    throw error;
  });
  if (slot.verification !== asking) {
    return leftBehind(context, slot);
  }
  if (sent.ok) {
    const { visit, revision, code } = asking;
    const from = { visit, revision, attemptsLeft: code.attemptsLeft };
    registry.set(slot, otpSent(from, sent.value, clock.monotonic(), context.settings.upstream.otp));
    awaitOtp(context, slot);
    return snapshot(context, slot);
  }
  if (sent.error.code === 'person-unknown') {
    const row = { outcome: 'not-verified', reason: 'person-unknown' } as const;
    const written = await end(context, slot, asking, { row, next: () => failed(asking, 'person-unknown') });
    return written.ok ? sent : written;
  }
  registry.set(slot, resendEnded(asking));
  return sent;
}

async function countAndAsk(
  context: VerificationContext,
  slot: Slot,
  { visit }: AwaitingOtp,
): Promise<Answer<SentCode>> {
  // Another visit may have had a code sent to this number.
  const waitMs = context.decoys.waitMs(visit.person.mobileNumber);
  if (waitMs > 0) {
    return problem('otp-too-soon', { retryAfterMs: waitMs });
  }
  const counted = await context.admission.code(visit.person.mobileNumber);
  return 'waitMs' in counted
    ? problem(counted.code, { retryAfterMs: counted.waitMs })
    : askForCode(context, visit, counted, slot.stop);
}
