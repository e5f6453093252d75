/**
 * What the terminal says of itself, and whether its host can be reached at all.
 * Runs in the face. Pure.
 */
import type { KioskEvent } from '../../main/contract/public.ts';
import { begin } from './consent-steps.ts';
import type { AnsweredBy } from './effect.ts';
import { endingOf } from './ending-steps.ts';
import { type FaceState, heartbeatMs, pageHeartbeatMs, reconnectMs, type Service, serves } from './face-state.ts';
import { also, homeLocale, leave, type Step, takeTicket, to } from './moves.ts';

/** An answer that takes longer than this is given up: the host hangs. */
const answerMs = 10_000;

/** Asks whether the host is there. A question under way is given up after a while, and its answer ignored. */
export function askWhenDue(state: FaceState, now: number): Step {
  // A page that is at its end waits for nothing more.
  const isDone = state.place === 'page' && endingOf(state.screen) !== undefined;
  if (now < state.service.askAt || isDone) {
    return to(state);
  }
  const taken = takeTicket(state);
  const { ticket } = taken;
  const wasAsked = state.service.ticket !== undefined;
  const service: Service = {
    ...state.service,
    link: wasAsked ? 'lost' : state.service.link,
    askAt: now + answerMs,
    ticket,
  };
  return to({ ...taken.state, service }, { kind: 'call', name: 'kiosk.describe', input: {}, ticket });
}

/** The terminal has described itself, or cannot be reached. */
export function described(state: FaceState, { answer, ticket }: AnsweredBy<'kiosk.describe'>, now: number): Step {
  if (ticket !== state.service.ticket) {
    return to(state);
  }
  if (!answer.ok) {
    return to({ ...state, service: { ...state.service, link: 'lost', askAt: now + reconnectMs, ticket: undefined } });
  }
  const { service } = state;
  // A host that has come back counts its revisions from the beginning.
  const revision = service.link === 'up' ? service.revision : -1;
  const description = answer.value;
  const known: FaceState = {
    ...state,
    service: {
      ...service,
      link: 'up',
      description,
      state: description.state,
      revision,
      askAt: now + (state.place === 'page' ? pageHeartbeatMs : heartbeatMs),
      ticket: undefined,
    },
  };
  const next = service.description === undefined ? leave(known, now) : turnAwayWhenOutOfOrder(known, now);
  return service.link === 'up' ? next : also(next, { kind: 'listen' });
}

/** The terminal tells how well it is, or staff begin a visit on this screen. */
export function told(state: FaceState, event: KioskEvent, now: number): Step {
  switch (event.type) {
    case 'health':
      return toldHealth(state, event, now);
    case 'begin':
      return begin(state, { locale: event.locale ?? homeLocale(state), purpose: event.purpose }, now);
    case 'entry':
      return to(state);
  }
}

function toldHealth(state: FaceState, event: Extract<KioskEvent, { type: 'health' }>, now: number): Step {
  if (event.revision <= state.service.revision) {
    return to(state);
  }
  const { description } = state.service;
  const service: Service = {
    ...state.service,
    state: event.state,
    revision: event.revision,
    // What staff say to visitors comes with the news, not with the next heartbeat.
    description: description && { ...description, state: event.state, message: event.message },
  };
  return turnAwayWhenOutOfOrder({ ...state, service }, now);
}

/**
 * Whoever has not sent anything yet is sent to a person at once when the terminal goes out of order; a visit that is
 * under way gets its own answer.
 */
function turnAwayWhenOutOfOrder(state: FaceState, now: number): Step {
  const { screen } = state;
  const { name } = screen;
  const isCode = name === 'phone' && screen.view.state !== 'opened';
  const nothingSent = name === 'consent' || name === 'purpose' || name === 'details' || isCode;
  return state.service.state === 'out-of-order' && nothingSent ? leave(state, now) : to(state);
}

/** What covers the whole face: the host is not there, or the terminal does not serve. */
export function coverOf(state: FaceState): 'moment' | 'out-of-order' | undefined {
  if (state.service.link !== 'up') {
    return 'moment';
  }
  return state.screen.name === 'start' && !serves(state.service) ? 'out-of-order' : undefined;
}
