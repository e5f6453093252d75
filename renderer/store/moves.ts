/**
 * The few moves that all steps are made of. A step is a pure function to the next state and what is to be done.
 * Runs in the face.
 */
import { spokenLanguages } from '../i18n/languages.ts';
import type { CallEffect, Effect } from './effect.ts';
import { displayMs, endingMs, type FaceState } from './face-state.ts';
import type { Ending, Screen, ScreenName, ScreenOf } from './screen.ts';

/** The next state, and what is to be done outside. */
export interface Step {
  readonly state: FaceState;
  readonly effects: readonly Effect[];
}

/** Leads to a state, with these effects. */
export function to(state: FaceState, ...effects: readonly Effect[]): Step {
  return { state, effects };
}

/** Adds effects to a step. */
export function also(step: Step, ...effects: readonly Effect[]): Step {
  return { state: step.state, effects: [...step.effects, ...effects] };
}

/** Shows a screen; nothing lies over it, and the visitor has the whole time again. */
export function show(state: FaceState, screen: Screen, now: number): FaceState {
  return { ...state, screen, overlay: undefined, idleAt: now + displayMs(state, 'idleSeconds') };
}

/** Changes the screen that is shown, without beginning anew: overlay and time stay. */
export function amend(state: FaceState, screen: Screen): FaceState {
  return { ...state, screen };
}

/** Takes the next ticket for a question. */
export function takeTicket(state: FaceState): { readonly state: FaceState; readonly ticket: number } {
  const ticket = state.ticket + 1;
  return { state: { ...state, ticket }, ticket };
}

/** The screen, if it is this one. */
export function screenOf<N extends ScreenName>(state: FaceState, name: N): ScreenOf<N> | undefined {
  return isScreen(state.screen, name) ? state.screen : undefined;
}

function isScreen<N extends ScreenName>(screen: Screen, name: N): screen is ScreenOf<N> {
  return screen.name === name;
}

/** What the core may still hold of the visit on this screen, asked to be let go of. */
export function letGo(screen: Screen): CallEffect[] {
  if (screen.name === 'phone') {
    const { view } = screen;
    return 'id' in view ? [{ kind: 'call', name: 'phone.cancel', input: { id: view.id }, ticket: 0 }] : [];
  }
  const code =
    screen.name === 'code'
      ? screen.code
      : screen.name === 'checking' && screen.task.kind !== 'send'
        ? screen.task.code
        : undefined;
  return code === undefined || code.gone
    ? []
    : [{ kind: 'call', name: 'verification.cancel', input: { id: code.id }, ticket: 0 }];
}

/** The language in which the face waits for visitors: the venue's first that it speaks; a page keeps its visitor's. */
export function homeLocale({ place, service, locale }: FaceState): FaceState['locale'] {
  return place === 'page' || service.description === undefined
    ? locale
    : (spokenLanguages(service.description.languages)[0]?.locale ?? 'en');
}

/** Ends the visit: everything typed is gone, the core lets go, the venue's first language is back. */
export function leave(state: FaceState, now: number): Step {
  const locale = homeLocale(state);
  const left = show({ ...state, locale, extensions: 0 }, { name: 'start' }, now);
  return to(left, ...letGo(state.screen), { kind: 'speak', locale });
}

/**
 * How long an end stays: as the venue says, and long enough to read where it says where to go. In a page it stays until
 * it is closed.
 */
export function ending(state: FaceState, now: number, long: boolean): Ending {
  if (state.place === 'page') {
    return { endsAt: Number.POSITIVE_INFINITY, extensions: 0 };
  }
  const usual = displayMs(state, 'resultSeconds');
  return { endsAt: now + (long ? Math.max(usual, endingMs) : usual), extensions: 0 };
}
