/**
 * All that the kiosk face knows: the terminal's word of itself, the language, the visit, and what lies over it.
 * Runs in the face. Times are of the monotonic clock, in milliseconds.
 */
import type { KioskDescription, Locale, ServiceState } from '../../main/contract/public.ts';
import type { Screen } from './screen.ts';

/** What the terminal says of itself, and whether it can be reached. */
export interface Service {
  /** `waiting` until the first answer, `lost` when the host has vanished. */
  readonly link: 'waiting' | 'up' | 'lost';
  readonly description: KioskDescription | undefined;
  readonly state: ServiceState;
  /** The host does not know this page any more: only whoever starts the terminal can mend that. */
  readonly shutOut: boolean;
  /** The revision of the last health event; an older one is ignored. */
  readonly revision: number;
  /** When to ask next whether the host is there. */
  readonly askAt: number;
  /** The question that is under way, if one is. */
  readonly ticket: number | undefined;
}

/** What lies over a screen: a call for a person, or the question whether anybody is there. */
export type Overlay =
  | { readonly kind: 'help' }
  | { readonly kind: 'still-there'; readonly endsAt: number; readonly last: boolean };

export interface FaceState {
  /** At the venue's terminal, or in a page of somebody else's or on the visitor's own phone, where nobody waits behind. */
  readonly place: 'terminal' | 'page';
  readonly service: Service;
  readonly locale: Locale;
  readonly screen: Screen;
  readonly overlay: Overlay | undefined;
  /** When nobody has touched anything for too long. */
  readonly idleAt: number;
  /** How often the visit was prolonged by "I am still here". */
  readonly extensions: number;
  /** The last ticket that was given to a question; an answer with another one comes too late. */
  readonly ticket: number;
}

/** How long "Are you still there?" waits, and how often it can be answered (A2). */
export const stillThereMs = 20_000;
export const mostExtensions = 10;
/** On a device of one's own one reads in peace, looks for the SMS, and comes back. */
export const pageIdleMs = 180_000;
export const pageStillThereMs = 60_000;

/** How long an end that tells where to go stays at least, and what "More time" adds. */
export const endingMs = 20_000;

/** After so long a check is said to take longer than usual. */
export const slowMs = 5_000;

/** How often an open check is asked for, where the answer was "still checking". */
export const lookMs = 1_000;

/** A wait that is longer than this is for a person to solve, not for standing at a machine. */
export const longestWaitMs = 15 * 60_000;

/** How often the host is asked whether it is there, and how often when it did not answer. */
export const heartbeatMs = 5_000;
/** A page is one of many, and is told of nothing else that it could act on. */
export const pageHeartbeatMs = 60_000;
export const reconnectMs = 2_000;

/** Before anything is known. */
export const firstState: FaceState = {
  place: 'terminal',
  service: {
    link: 'waiting',
    description: undefined,
    state: 'in-service',
    shutOut: false,
    revision: -1,
    askAt: 0,
    ticket: undefined,
  },
  locale: 'en',
  screen: { name: 'start' },
  overlay: undefined,
  idleAt: 0,
  extensions: 0,
  ticket: 0,
};

/** Whether visitors can be served. */
export function serves({ link, state, shutOut }: Service): boolean {
  return link === 'up' && state !== 'out-of-order' && !shutOut;
}

/** Seconds of the venue's settings as milliseconds, with what holds until they are known. */
export function displayMs(state: FaceState, key: 'idleSeconds' | 'resultSeconds'): number {
  const usual = { idleSeconds: 45, resultSeconds: 8 };
  const ms = (state.service.description?.display[key] ?? usual[key]) * 1000;
  return state.place === 'page' && key === 'idleSeconds' ? Math.max(ms, pageIdleMs) : ms;
}
