/**
 * What the core answers while something is being checked. An answer whose ticket is not the one that is waited for
 * comes too late and changes nothing; one that opened a verification nobody waits for closes it again (E1).
 * Runs in the face. Pure.
 */
import type { Problem, VerificationSnapshot } from '../../main/contract/public.ts';
import { openConsent } from './consent-steps.ts';
import { type Consequence, consequenceOf } from './consequence.ts';
import type { AnsweredBy, CallEffect } from './effect.ts';
import { toFailure, toReception } from './ending-steps.ts';
import { type FaceState, lookMs } from './face-state.ts';
import { also, amend, letGo, type Step, screenOf, show, takeTicket, to } from './moves.ts';
import { toResultWithPass } from './pass-steps.ts';
import {
  type CodeNote,
  type DetailsAnswer,
  isOlder,
  type OpenCode,
  openCode,
  openDetails,
  type ScreenOf,
} from './screen.ts';

type Checking = ScreenOf<'checking'>;
type VerificationAnswered = AnsweredBy<
  'verification.start' | 'verification.get' | 'verification.submitOtp' | 'verification.resendOtp'
>;

/** The answer to a question about the verification. */
export function verificationAnswered(state: FaceState, answered: VerificationAnswered, now: number): Step {
  const checking = screenOf(state, 'checking');
  const { answer, name, ticket } = answered;
  if (checking === undefined || checking.ticket !== ticket) {
    const left = name === 'verification.start' && answer.ok ? [cancel(answer.value.id)] : [];
    return to(state, ...left);
  }
  if (answer.ok) {
    return takeSnapshot(state, checking, answer.value, now);
  }
  return name === 'verification.get'
    ? toFailure(state, answer.error.code, undefined, now)
    : takeProblem(state, checking, answer.error, now);
}

function cancel(id: string): CallEffect {
  return { kind: 'call', name: 'verification.cancel', input: { id }, ticket: 0 };
}

function codeOf({ task }: Checking): OpenCode | undefined {
  return task.kind === 'send' ? undefined : task.code;
}

/** Where the verification stands now; an older word of it is ignored. */
function takeSnapshot(state: FaceState, checking: Checking, snapshot: VerificationSnapshot, now: number): Step {
  const known = codeOf(checking);
  if (known !== undefined && isOlder(known, snapshot)) {
    return to(lookLater(state, checking, now));
  }
  switch (snapshot.state) {
    case 'awaiting-otp':
      return toCode(state, checking, openCode(snapshot, now), checking.task.kind === 'resend' ? 'new' : undefined, now);
    case 'checking':
      return to(lookLater(state, checking, now));
    case 'decided':
      return toResultWithPass(state, snapshot, now);
    case 'failed':
      return takeProblem(state, checking, { code: snapshot.code, message: '' }, now);
    case 'expired':
    case 'cancelled':
      return known === undefined
        ? toFailure(state, 'internal', checking.draft, now)
        : toCode(state, checking, { ...known, gone: true }, 'expired', now);
  }
}

function toCode(
  state: FaceState,
  { draft }: Checking,
  code: OpenCode,
  note: CodeNote | undefined,
  now: number,
  wait?: ScreenOf<'code'>['wait'],
): Step {
  const shown = show(state, { name: 'code', draft, code, otp: '', note, wait }, now);
  const isProblem = note === 'wrong' || note === 'expired' || note === 'not-six' || wait !== undefined;
  return isProblem ? to(shown, { kind: 'sound', cue: 'problem' }) : to(shown);
}

function toDetails(state: FaceState, checking: Checking, answer: DetailsAnswer, now: number): Step {
  return to(show(state, openDetails(checking.draft, answer), now), ...letGo(checking), {
    kind: 'sound',
    cue: 'problem',
  });
}

/** A fault, led to where its consequence lies. */
function takeProblem(state: FaceState, checking: Checking, problem: Problem, now: number): Step {
  const consequence: Consequence = consequenceOf(problem, checking.task.kind);
  const code = codeOf(checking);
  switch (consequence.to) {
    case 'consent':
      return also(openConsent(state, checking.draft, 'changed', now), ...letGo(checking));
    case 'unknown':
      return toDetails(state, checking, { kind: 'unknown' }, now);
    case 'fields':
      return toDetails(state, checking, { kind: 'refused-fields', fields: consequence.fields }, now);
    case 'wait': {
      const wait = { reason: consequence.reason, until: now + consequence.ms };
      return code === undefined
        ? toDetails(state, checking, { kind: 'wait', ...wait }, now)
        : toCode(state, checking, code, undefined, now, wait);
    }
    case 'code': {
      const { note, gone } = consequence;
      const attemptsLeft = consequence.attemptsLeft ?? code?.attemptsLeft ?? 0;
      return code === undefined
        ? toFailure(state, problem.code, checking.draft, now)
        : toCode(state, checking, { ...code, gone, attemptsLeft }, note, now);
    }
    case 'reception':
      return toReception(state, consequence.reason, now);
    case 'look':
      return look(state, checking);
    case 'failure':
      return toFailure(state, problem.code, consequence.again ? checking.draft : undefined, now);
  }
}

/** Asks how the verification stands. */
function look(state: FaceState, checking: Checking): Step {
  const code = codeOf(checking);
  if (code === undefined) {
    return to(state);
  }
  const taken = takeTicket(state);
  const { ticket } = taken;
  return to(amend(taken.state, { ...checking, ticket, lookAt: undefined }), {
    kind: 'call',
    name: 'verification.get',
    input: { id: code.id },
    ticket,
  });
}

function lookLater(state: FaceState, checking: Checking, now: number): FaceState {
  return amend(state, { ...checking, lookAt: now + lookMs });
}

/** Asks again when it is time. */
export function lookWhenDue(state: FaceState, now: number): Step {
  const checking = screenOf(state, 'checking');
  return checking?.lookAt !== undefined && now >= checking.lookAt ? look(state, checking) : to(state);
}
