/** `verification.submitOtp`: the code is checked, the status read, the policy asked and the row written. */
import { type Answer, type ErrorCode, problem, type VaccinationStatus } from '../../contract/public.ts';
import { decide, nameRule } from '../policy/policy.ts';
import {
  type Asked,
  awaitOtp,
  end,
  type Fault,
  outcomeOfEnd,
  useCall,
  type VerificationContext,
  type VisitCaller,
} from './context.ts';
import { leftBehind } from './left-behind.ts';
import { readOtp } from './read-input.ts';
import type { Slot } from './registry.ts';
import { type Checking, decided, failed, otpRejected, otpSubmitted } from './transitions.ts';

/** Checks a code. A code that is used, expired or superseded leads nowhere (E3). */
export async function submitOtp(
  context: VerificationContext,
  caller: VisitCaller,
  id: string,
  text: string,
): Promise<Asked> {
  const slot = context.registry.find(caller.owner, id);
  if (slot === undefined) {
    return problem('not-found');
  }
  const otp = readOtp(text);
  if (!otp.ok) {
    return otp;
  }
  const { verification } = slot;
  if (verification.state !== 'awaiting-otp' || verification.busy) {
    return problem('conflict');
  }
  if (context.clock.monotonic() >= verification.code.expiresAt) {
    return problem('otp-expired');
  }
  const checking = otpSubmitted(verification);
  slot.cancelTimer();
  context.registry.set(slot, checking);
  try {
    return await check(context, slot, checking, otp.value);
  } catch (error) {
    // A mistake of ours must not leave a visit open for ever: it ends as a fault, and the mistake is reported above.
    if (slot.verification === checking) {
      await fail(context, slot, checking, problem('internal'));
    }
    throw error;
  }
}

/** Asks the upstream. After each answer the verification must still be the one that asked: a late one is dropped (E1). */
async function check(context: VerificationContext, slot: Slot, checking: Checking, otp: string): Promise<Asked> {
  const { txnId } = checking.code;
  const signal = slot.stop;
  useCall(slot);
  const confirmed = await context.upstream.confirmOtp({ otp, txnId }, signal);
  if (slot.verification !== checking) {
    return leftBehind(context, slot);
  }
  if (checking.code.isDecoy === true) {
    return failDecoy(context, slot, checking, confirmed);
  }
  if (!confirmed.ok) {
    return confirmed.error.code === 'otp-wrong'
      ? reject(context, slot, checking)
      : fail(context, slot, checking, confirmed);
  }
  context.decoys.release(checking.visit.person.mobileNumber);
  useCall(slot);
  const read = await context.upstream.readStatus({ token: confirmed.value.token, txnId }, signal);
  if (slot.verification !== checking) {
    return leftBehind(context, slot);
  }
  return read.ok ? conclude(context, slot, checking, read.value) : fail(context, slot, checking, read);
}

/** What stops the visits of others stops a decoy as well. No code is right for it, whatever else is said. */
const stopsAll: readonly ErrorCode[] = ['upstream-unavailable', 'upstream-rate-limited', 'upstream-forbidden'];

function failDecoy(
  context: VerificationContext,
  slot: Slot,
  checking: Checking,
  confirmed: Answer<unknown>,
): Promise<Asked> {
  return !confirmed.ok && stopsAll.includes(confirmed.error.code)
    ? fail(context, slot, checking, confirmed)
    : reject(context, slot, checking);
}

async function reject(context: VerificationContext, slot: Slot, checking: Checking): Promise<Asked> {
  const next = otpRejected(checking);
  if (next.state === 'failed') {
    const row = { outcome: 'not-verified', reason: 'otp-exhausted' } as const;
    const written = await end(context, slot, checking, { row, next: () => next });
    return written.ok ? problem('otp-exhausted', { attemptsLeft: 0 }) : written;
  }
  context.registry.set(slot, next);
  awaitOtp(context, slot);
  return problem('otp-wrong', { attemptsLeft: next.code.attemptsLeft });
}

/** A fault ends the visit as a fault: never as a refusal, never as an admission (E2). */
async function fail(context: VerificationContext, slot: Slot, checking: Checking, fault: Fault): Promise<Asked> {
  const { code } = fault.error;
  const row = { outcome: outcomeOfEnd(code), reason: code };
  const written = await end(context, slot, checking, { row, next: () => failed(checking, code) });
  return written.ok ? fault : written;
}

/** The decision: by the policy, into the log, and only then into the state that others can see. */
function conclude(
  context: VerificationContext,
  slot: Slot,
  checking: Checking,
  read: { readonly status: VaccinationStatus; readonly evidence: string },
): Promise<Asked> {
  const { purpose } = checking.visit;
  const { status, evidence } = read;
  const rule = context.settings.policy.purposes[purpose];
  if (rule === undefined) {
    throw new TypeError('a visit has a purpose that the policy does not know');
  }
  const decision = decide(rule, status);
  const policy = nameRule(purpose, rule);
  const row = { outcome: decision, status, policy, upstreamRef: evidence };
  return end(context, slot, checking, {
    row,
    next: (entry) =>
      entry === undefined
        ? failed(checking, 'log-unavailable')
        : decided(checking, { status, decision, policy, entry }),
  });
}
