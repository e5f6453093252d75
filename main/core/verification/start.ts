/** `verification.start`: consent is given, so a code is asked for. */
import { type ErrorCode, type InputOf, problem } from '../../contract/public.ts';
import { callsOfVisit } from '../limits/call-budget.ts';
import type { StopSignal } from '../ports.ts';
import {
  type Asked,
  askForCode,
  awaitOtp,
  outcomeOfEnd,
  rowOf,
  snapshot,
  type VerificationContext,
  type VisitCaller,
} from './context.ts';
import { readVisit } from './read-input.ts';
import { otpAttempts, otpSent, type Visit } from './transitions.ts';

/** Starts a verification, or says why not. A visit that our own limits turn away leaves no row: nothing went out. */
export async function start(
  context: VerificationContext,
  caller: VisitCaller,
  input: InputOf<'verification.start'>,
): Promise<Asked> {
  const { settings, registry } = context;
  const code = context.outOfService();
  if (code !== undefined) {
    return problem(code);
  }
  const read = readVisit(input, caller, settings, context.notices);
  if (!read.ok) {
    return read;
  }
  // Sealing takes a moment, and a row is written in none: it is done before anything else can come of the visit.
  const visit: Visit = { ...read.value, sealedIdentity: await context.sealIdentity(read.value.person) };
  if (registry.openCount() >= settings.limits.open) {
    return problem('too-many-requests', { retryAfterMs: 10_000 });
  }
  const waitMs = context.decoys.waitMs(visit.person.mobileNumber);
  if (waitMs > 0) {
    return problem('otp-too-soon', { retryAfterMs: waitMs });
  }
  return context.beginnings.run((stop) => begin(context, caller.owner, visit, stop));
}

/** Counts the visit, has a code sent and waits for it. */
async function begin(context: VerificationContext, owner: string, visit: Visit, stop: StopSignal): Promise<Asked> {
  const { settings, registry } = context;
  if (stop.aborted) {
    return problem('out-of-order');
  }
  const admitted = await context.admission.visit(visit.person.mobileNumber);
  if ('waitMs' in admitted) {
    return problem(admitted.code, { retryAfterMs: admitted.waitMs });
  }
  const sent = await askForCode(context, visit, admitted.code, stop);
  if (stop.aborted) {
    // The code may be on its way. Nobody can enter it here any more.
    admitted.calls.release(callsOfVisit - 1);
    const row = { ...rowOf(visit), outcome: 'not-verified', reason: 'terminal-stopped' } as const;
    return problem((await context.append(row)) === undefined ? 'log-unavailable' : 'out-of-order');
  }
  if (!sent.ok) {
    admitted.calls.release(callsOfVisit - 1);
    return (await turnAway(context, visit, sent.error.code)) ? sent : problem('log-unavailable');
  }
  const from = { visit, revision: 0, attemptsLeft: otpAttempts };
  const first = otpSent(from, sent.value, context.clock.monotonic(), settings.upstream.otp);
  const slot = registry.add(owner, first);
  slot.calls = { setAside: admitted.calls, left: callsOfVisit - 1 };
  awaitOtp(context, slot);
  return snapshot(context, slot);
}

/**
 * Writes the row of a visit that ended with its first call.
 * @returns whether the log is as it should be
 */
async function turnAway(context: VerificationContext, visit: Visit, code: ErrorCode): Promise<boolean> {
  return (await context.append({ ...rowOf(visit), outcome: outcomeOfEnd(code), reason: code })) !== undefined;
}
