/**
 * The ends of a visit: the decision, the way to a person, a technical fault. None of them holds a name or a number,
 * but a fault that is worth another try, which keeps what was typed until it clears.
 * Runs in the face. Pure.
 */
import type { ErrorCode, SnapshotIn } from '../../main/contract/public.ts';
import { displayMs, endingMs, type FaceState, mostExtensions } from './face-state.ts';
import { amend, ending, leave, letGo, type Step, screenOf, show, to } from './moves.ts';
import { type Draft, type Ending, openDetails, type ReceptionReason, type Screen } from './screen.ts';

/** The decision, once it is in the log. */
export function toResult(
  state: FaceState,
  snapshot: Pick<SnapshotIn<'decided'>, 'decision' | 'seq' | 'checkCode'>,
  now: number,
): Step {
  const { decision, seq, checkCode } = snapshot;
  const screen: Screen = { name: 'result', decision, seq, checkCode, pass: undefined, ...ending(state, now, false) };
  return to(show(state, screen, now), { kind: 'sound', cue: decision });
}

/** The way to a person. */
export function toReception(state: FaceState, reason: ReceptionReason, now: number): Step {
  const shown = show(state, { name: 'reception', reason, ...ending(state, now, true) }, now);
  return to(shown, ...letGo(state.screen), { kind: 'sound', cue: 'referred' });
}

/** A technical fault; `draft` is given where another try may help. */
export function toFailure(state: FaceState, code: ErrorCode, draft: Draft | undefined, now: number): Step {
  const shown = show(state, { name: 'failure', code, draft, ...failureEnding(state, draft, now) }, now);
  const shutOut = state.service.shutOut || code === 'unauthenticated';
  return to({ ...shown, service: { ...shown.service, shutOut } }, ...letGo(state.screen), {
    kind: 'sound',
    cue: 'fault',
  });
}

/** A fault that still holds what was typed does not stay with it for good, wherever it stands. */
function failureEnding(state: FaceState, draft: Draft | undefined, now: number): Ending {
  const end = ending(state, now, true);
  return draft === undefined || Number.isFinite(end.endsAt)
    ? end
    : { ...end, endsAt: now + displayMs(state, 'idleSeconds') };
}

/** The end that is on the screen, if one is. */
export function endingOf(screen: Screen): Ending | undefined {
  switch (screen.name) {
    case 'result':
    case 'reception':
    case 'failure':
    case 'no-pass':
      return screen;
    default:
      return undefined;
  }
}

/** Puts the end of an end further away, where it may be. */
function prolong(state: FaceState, until: number, extensions: number): FaceState {
  const { screen } = state;
  switch (screen.name) {
    case 'result':
      return amend(state, { ...screen, endsAt: Math.max(screen.endsAt, until), extensions });
    case 'reception':
      return amend(state, { ...screen, endsAt: Math.max(screen.endsAt, until), extensions });
    case 'no-pass':
      return amend(state, { ...screen, endsAt: Math.max(screen.endsAt, until), extensions });
    case 'failure':
      return amend(state, { ...screen, endsAt: Math.max(screen.endsAt, until), extensions });
    default:
      return state;
  }
}

/** "More time", ten times at most (A2). */
export function moreTime(state: FaceState, now: number): Step {
  const extensions = endingOf(state.screen)?.extensions ?? mostExtensions;
  return to(extensions < mostExtensions ? prolong(state, now + endingMs, extensions + 1) : state);
}

/** A person is asked for: that can be read in peace on an end as well. */
export function askHelp(state: FaceState, now: number): Step {
  const idleAt = now + displayMs(state, 'idleSeconds');
  const extensions = endingOf(state.screen)?.extensions ?? 0;
  return to({ ...prolong(state, idleAt, extensions), overlay: { kind: 'help' }, idleAt });
}

/** "Try again" after a fault: with what was typed, where it is still there; from the beginning elsewhere. */
export function tryAgain(state: FaceState, now: number): Step {
  const draft = screenOf(state, 'failure')?.draft;
  return draft?.consent === undefined ? leave(state, now) : to(show(state, openDetails(draft), now));
}

/** The countdown of an end is over. */
export function endWhenOver(state: FaceState, now: number): Step {
  const end = endingOf(state.screen);
  if (end === undefined || now < end.endsAt) {
    return to(state);
  }
  const failure = screenOf(state, 'failure');
  return failure !== undefined && state.place === 'page'
    ? to(amend(state, { ...failure, draft: undefined, endsAt: Number.POSITIVE_INFINITY }))
    : leave(state, now);
}
