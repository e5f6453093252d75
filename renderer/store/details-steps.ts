/**
 * Name and number, and asking for the code.
 * Runs in the face. Pure.
 */
import type { FaceState } from './face-state.ts';
import { badFields, longestTyped } from './form.ts';
import { amend, type Step, screenOf, show, takeTicket, to } from './moves.ts';
import type { Draft, Field, ScreenOf } from './screen.ts';

/** The longest name that the terminal takes, in UTF-16 units. */
export function longestName(state: FaceState): number {
  return state.service.description?.limits.nameLength ?? 100;
}

/** An answer of the core holds until something is changed that it was about; a busy service stays busy. */
function answerAfterEdit(answer: ScreenOf<'details'>['answer']): ScreenOf<'details'>['answer'] {
  return answer?.kind === 'wait' && answer.reason === 'busy' ? answer : undefined;
}

/** The text of a field has changed. */
export function edit(state: FaceState, field: Field, text: string): Step {
  const screen = screenOf(state, 'details');
  if (screen === undefined || screen.draft[field] === text) {
    return to(state);
  }
  const draft = { ...screen.draft, [field]: text.slice(0, longestTyped[field]) };
  return to(amend(state, { ...screen, draft, answer: answerAfterEdit(screen.answer) }));
}

/** A field was left: its problems are said from now on. An empty one is only a problem when it is sent. */
export function leaveField(state: FaceState, field: Field): Step {
  const screen = screenOf(state, 'details');
  if (screen === undefined || screen.left.includes(field) || screen.draft[field].trim() === '') {
    return to(state);
  }
  return to(amend(state, { ...screen, left: [...screen.left, field] }));
}

/** One touch on a person of the demonstration fills both fields. */
export function play(state: FaceState, person: Pick<Draft, Field>): Step {
  const screen = screenOf(state, 'details');
  if (screen === undefined || state.service.description?.demo !== true) {
    return to(state);
  }
  const { fullName, mobileNumber } = person;
  return to(
    amend(state, { ...screen, draft: { ...screen.draft, fullName, mobileNumber }, left: [], answer: undefined }),
  );
}

/** Whether one still has to wait before a code can be asked for. */
export function mustWait(screen: ScreenOf<'details'>, now: number): boolean {
  return screen.answer?.kind === 'wait' && now < screen.answer.until;
}

/** "Send the code": only what reads as a name and a number goes out. */
export function send(state: FaceState, now: number): Step {
  const screen = screenOf(state, 'details');
  if (screen === undefined || mustWait(screen, now)) {
    return to(state);
  }
  if (badFields(screen.draft, longestName(state)).length > 0) {
    const left: readonly Field[] = ['fullName', 'mobileNumber'];
    return to(amend(state, { ...screen, left, answer: undefined }), { kind: 'sound', cue: 'problem' });
  }
  return startVerification(state, screen.draft, now);
}

/** Asks the core for a code. What is typed waits with the question, in case it has to be mended. */
export function startVerification(state: FaceState, draft: Draft, now: number): Step {
  const { consent, purpose, fullName, mobileNumber } = draft;
  if (consent === undefined || purpose === undefined) {
    return to(state);
  }
  const taken = takeTicket(state);
  const { ticket } = taken;
  const screen = { name: 'checking', draft, task: { kind: 'send' }, ticket, since: now, lookAt: undefined } as const;
  const input = { fullName, mobileNumber, purpose, consent: { ...consent, accepted: true } } as const;
  return to(show(taken.state, screen, now), { kind: 'call', name: 'verification.start', input, ticket });
}
