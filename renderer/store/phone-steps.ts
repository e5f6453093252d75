/**
 * "Use my own phone": a code for the visitor's phone, and what becomes of it there. The code is in the state only while
 * it is on the screen. The terminal asks once a second how far the phone is, and learns nothing of the person.
 * Runs in the face. Pure.
 */
import type { AnsweredBy, CallEffect } from './effect.ts';
import { toResult } from './ending-steps.ts';
import { displayMs, type FaceState, lookMs } from './face-state.ts';
import { amend, type Step, screenOf, show, takeTicket, to } from './moves.ts';
import type { PhoneView, ScreenOf } from './screen.ts';

/** Asks for a code: instead of an answer to the notice, or for a new one. What was typed is gone. */
export function usePhone(state: FaceState, now: number): Step {
  const consent = screenOf(state, 'consent');
  const phone = screenOf(state, 'phone');
  if (state.service.description?.ownPhone !== true || (consent === undefined && phone === undefined)) {
    return to(state);
  }
  const purpose = consent?.draft.purpose ?? phone?.purpose;
  const taken = takeTicket(state);
  const { ticket } = taken;
  const input = { locale: state.locale, ...(purpose === undefined ? {} : { purpose }) };
  return to(show(taken.state, { name: 'phone', purpose, view: { state: 'asked', ticket } }, now), {
    kind: 'call',
    name: 'phone.invite',
    input,
    ticket,
  });
}

/** The code came; one that nobody waits for any more leads nowhere. */
export function phoneInvited(state: FaceState, { answer, ticket }: AnsweredBy<'phone.invite'>, now: number): Step {
  const screen = screenOf(state, 'phone');
  if (screen?.view.state !== 'asked' || screen.view.ticket !== ticket) {
    return to(state, ...(answer.ok ? [cancel(answer.value.id)] : []));
  }
  if (!answer.ok) {
    return rest(state, screen, 'failed', now);
  }
  const { id, url, expiresInMs } = answer.value;
  const view: PhoneView = { state: 'waiting', id, url, endsAt: now + expiresInMs, ticket, lookAt: now + lookMs };
  return to(amend(state, { ...screen, view }));
}

/** How far the phone is. A decision is shown as if it had been made here. */
export function phoneSeen(state: FaceState, { answer, ticket }: AnsweredBy<'phone.get'>, now: number): Step {
  const screen = screenOf(state, 'phone');
  if (screen === undefined || !('lookAt' in screen.view) || screen.view.ticket !== ticket) {
    return to(state);
  }
  const { view } = screen;
  if (!answer.ok) {
    // The terminal was started anew and knows it no longer; all other faults pass, or cover the whole face.
    return answer.error.code === 'not-found'
      ? rest(state, screen, 'ended', now)
      : to(amend(state, { ...screen, view: { ...view, lookAt: now + lookMs } }));
  }
  const seen = answer.value;
  switch (seen.state) {
    case 'decided':
      return toResult(state, seen, now);
    case 'waiting':
      return to(amend(state, { ...screen, view: { ...view, lookAt: now + lookMs } }));
    case 'opened': {
      const { id } = view;
      return to(amend(state, { ...screen, view: { state: 'opened', id, ticket, lookAt: now + lookMs } }));
    }
    case 'ended':
    case 'expired':
      return rest(state, screen, seen.state, now);
  }
}

/** Asks again when it is time. */
export function lookAtPhoneWhenDue(state: FaceState, now: number): Step {
  const screen = screenOf(state, 'phone');
  if (screen === undefined || !('lookAt' in screen.view)) {
    return to(state);
  }
  const { view } = screen;
  if (view.lookAt === undefined || now < view.lookAt) {
    return to(state);
  }
  const taken = takeTicket(state);
  const { ticket } = taken;
  return to(amend(taken.state, { ...screen, view: { ...view, ticket, lookAt: undefined } }), {
    kind: 'call',
    name: 'phone.get',
    input: { id: view.id },
    ticket,
  });
}

/** The phone came to nothing: the visitor has the whole time to choose how to go on. */
function rest(state: FaceState, screen: ScreenOf<'phone'>, reason: 'expired' | 'ended' | 'failed', now: number): Step {
  const idleAt = now + displayMs(state, 'idleSeconds');
  return to({ ...amend(state, { ...screen, view: { state: reason } }), idleAt }, { kind: 'sound', cue: 'problem' });
}

function cancel(id: string): CallEffect {
  return { kind: 'call', name: 'phone.cancel', input: { id }, ticket: 0 };
}
