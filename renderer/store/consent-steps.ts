/**
 * From the first touch to consent. Nothing can be typed and nothing is sent upstream before "I agree" (P1), and nobody
 * under 18 gets further than here (P3).
 * Runs in the face. Pure.
 */
import type { Locale } from '../../main/contract/public.ts';
import type { AnsweredBy, CallEffect } from './effect.ts';
import { toReception } from './ending-steps.ts';
import type { ConsentEvent } from './face-event.ts';
import { type FaceState, serves } from './face-state.ts';
import { also, amend, type Step, screenOf, show, takeTicket, to } from './moves.ts';
import { type Draft, emptyDraft, openDetails, type ScreenOf } from './screen.ts';

function askForNotice(state: FaceState, locale: Locale): { state: FaceState; ticket: number; call: CallEffect } {
  const taken = takeTicket(state);
  return { ...taken, call: { kind: 'call', name: 'consent.read', input: { locale }, ticket: taken.ticket } };
}

/** Opens the notice in the language of the moment; what was typed before stays. */
export function openConsent(state: FaceState, draft: Draft, note: ScreenOf<'consent'>['note'], now: number): Step {
  const asked = askForNotice(state, state.locale);
  const view = { state: 'loading', ticket: asked.ticket } as const;
  return to(
    show(asked.state, { name: 'consent', draft: { ...draft, consent: undefined }, view, note }, now),
    asked.call,
  );
}

/** How a visit begins: the language, and the purpose where staff know it already. */
interface Beginning {
  readonly locale: Locale;
  readonly purpose?: string | undefined;
}

/** The first touch, or staff's; only from the start or a pass that leads to nothing, and where the terminal can serve. */
export function begin(state: FaceState, { locale, purpose }: Beginning, now: number): Step {
  const { name } = state.screen;
  if ((name !== 'start' && name !== 'no-pass') || !serves(state.service)) {
    return to(state);
  }
  const isOffered = purpose !== undefined && state.service.description?.purposes.includes(purpose) === true;
  const draft = { ...emptyDraft, purpose: isOffered ? purpose : undefined };
  return also(openConsent({ ...state, locale }, draft, undefined, now), { kind: 'speak', locale });
}

/** Fetches the notice anew: after a fault, or because the language has changed. */
export function reloadNotice(state: FaceState): Step {
  const screen = screenOf(state, 'consent');
  if (screen === undefined) {
    return to(state);
  }
  const asked = askForNotice(state, state.locale);
  return to(amend(asked.state, { ...screen, view: { state: 'loading', ticket: asked.ticket } }), asked.call);
}

/** The notice came, or could not be had. */
export function noticeAnswered(state: FaceState, { ticket, answer }: AnsweredBy<'consent.read'>): Step {
  const screen = screenOf(state, 'consent');
  if (screen?.view.state !== 'loading' || screen.view.ticket !== ticket) {
    return to(state);
  }
  return to(
    amend(state, { ...screen, view: answer.ok ? { state: 'here', notice: answer.value } : { state: 'failed' } }),
  );
}

/** "Are you 18 or older?" A "no" ends the visit: nothing was collected, and no row is written. */
function answerAge(state: FaceState, adult: boolean, now: number): Step {
  const screen = screenOf(state, 'consent');
  if (screen?.view.state !== 'here') {
    return to(state);
  }
  return adult
    ? to(amend(state, { ...screen, draft: { ...screen.draft, adult }, note: undefined }))
    : toReception(state, 'under-age', now);
}

/** "I agree", to exactly the notice that is on the screen. */
function agree(state: FaceState, now: number): Step {
  const screen = screenOf(state, 'consent');
  if (screen?.view.state !== 'here') {
    return to(state);
  }
  if (screen.draft.adult !== true) {
    return to(amend(state, { ...screen, note: 'age-first' }), { kind: 'sound', cue: 'problem' });
  }
  const { version, locale } = screen.view.notice;
  return afterConsent(state, { ...screen.draft, consent: { version, locale } }, now);
}

/** The purpose is asked for only where there is a choice, and only once. */
function afterConsent(state: FaceState, draft: Draft, now: number): Step {
  const purpose = onlyPurpose(state) ?? draft.purpose;
  return purpose === undefined
    ? to(show(state, { name: 'purpose', draft }, now))
    : to(show(state, openDetails({ ...draft, purpose }), now));
}

/** "I do not agree": as easy as yes; counted without any personal data. */
function decline(state: FaceState, now: number): Step {
  const screen = screenOf(state, 'consent');
  if (screen?.view.state !== 'here') {
    return to(state);
  }
  const { version, locale } = screen.view.notice;
  const purpose = screen.draft.purpose ?? onlyPurpose(state);
  const input = purpose === undefined ? { locale, version } : { purpose, locale, version };
  return also(toReception(state, 'declined', now), { kind: 'call', name: 'consent.decline', input, ticket: 0 });
}

/** What everybody comes for, where the venue knows one purpose alone. */
function onlyPurpose(state: FaceState): string | undefined {
  const purposes = state.service.description?.purposes ?? [];
  return purposes.length === 1 ? purposes[0] : undefined;
}

/** Why somebody is here. */
function choosePurpose(state: FaceState, purpose: string, now: number): Step {
  const screen = screenOf(state, 'purpose');
  return screen === undefined ? to(state) : to(show(state, openDetails({ ...screen.draft, purpose }), now));
}

/** The step of an event between the first touch and the purpose. */
export function consentStep(state: FaceState, event: ConsentEvent, now: number): Step {
  switch (event.type) {
    case 'begin':
      return begin(state, event, now);
    case 'reload-notice':
      return reloadNotice(state);
    case 'answer-age':
      return answerAge(state, event.adult, now);
    case 'agree':
      return agree(state, now);
    case 'decline':
      return decline(state, now);
    case 'choose-purpose':
      return choosePurpose(state, event.purpose, now);
  }
}
