/**
 * Passes: one that is held to the reader at the start, and one that is given out with the result. A token is in the
 * state only while its code is on the screen; one that was read goes to the core and is not kept.
 * Runs in the face. Pure.
 */
import type { ErrorCode, Problem, SnapshotIn } from '../../main/contract/public.ts';
import type { AnsweredBy, CallEffect } from './effect.ts';
import { toFailure, toResult } from './ending-steps.ts';
import { type FaceState, serves } from './face-state.ts';
import { amend, ending, type Step, screenOf, show, takeTicket, to } from './moves.ts';

/** How long a result with a pass stays at least: a phone has to be taken out. */
export const passMs = 40_000;

/** What is said to be the pass's own fault; all else is a technical fault. */
const flaws: readonly ErrorCode[] = ['not-found', 'invalid-input', 'conflict', 'consent-outdated', 'too-many-requests'];

/** A pass was read. Anywhere but at the start nothing happens. */
export function takePass(state: FaceState, token: string, now: number): Step {
  const { service, overlay, locale } = state;
  const waits = state.screen.name === 'start' && overlay === undefined && serves(service);
  if (!waits || (service.description?.passes.length ?? 0) === 0) {
    return to(state);
  }
  const taken = takeTicket(state);
  const { ticket } = taken;
  const shown = show(taken.state, { name: 'pass', ticket }, now);
  return to(shown, { kind: 'call', name: 'pass.use', input: { token, locale }, ticket });
}

/** What the pass led to. */
export function passUsed(state: FaceState, { answer, ticket }: AnsweredBy<'pass.use'>, now: number): Step {
  if (screenOf(state, 'pass')?.ticket !== ticket) {
    return to(state);
  }
  if (answer.ok) {
    return answer.value.state === 'decided'
      ? toResult(state, answer.value, now)
      : toFailure(state, 'internal', undefined, now);
  }
  return flaws.includes(answer.error.code)
    ? toNoPass(state, answer.error, now)
    : toFailure(state, answer.error.code, undefined, now);
}

function toNoPass(state: FaceState, { code, fields }: Problem, now: number): Step {
  const reason = fields?.[0]?.problem ?? code;
  const shown = show(state, { name: 'no-pass', reason, ...ending(state, now, true) }, now);
  return to(shown, { kind: 'sound', cue: 'problem' });
}

/** The decision, and the question for a pass where the venue gives them out for this purpose. */
export function toResultWithPass(state: FaceState, snapshot: SnapshotIn<'decided'>, now: number): Step {
  const purpose = screenOf(state, 'checking')?.draft.purpose;
  const decided = toResult(state, snapshot, now);
  const result = screenOf(decided.state, 'result');
  const given = state.service.description?.passes ?? [];
  if (result?.decision !== 'admitted' || purpose === undefined || !given.includes(purpose)) {
    return decided;
  }
  const taken = takeTicket(decided.state);
  const { ticket } = taken;
  const call: CallEffect = { kind: 'call', name: 'pass.issue', input: { id: snapshot.id }, ticket };
  const endsAt = Math.max(result.endsAt, now + passMs);
  return to(amend(taken.state, { ...result, endsAt, pass: { state: 'asked', ticket } }), ...decided.effects, call);
}

/** The pass came, or there is none: then the result stands as it is. */
export function passIssued(state: FaceState, { answer, ticket }: AnsweredBy<'pass.issue'>): Step {
  const result = screenOf(state, 'result');
  if (result?.pass?.state !== 'asked' || result.pass.ticket !== ticket) {
    return to(state);
  }
  return to(amend(state, { ...result, pass: answer.ok ? { state: 'here', ...answer.value } : undefined }));
}
