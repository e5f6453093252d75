/**
 * "Are you still there?" and the wiping that follows when nobody answers (A2).
 * Runs in the face. Pure.
 */
import { endingOf } from './ending-steps.ts';
import { displayMs, type FaceState, mostExtensions, pageStillThereMs, stillThereMs } from './face-state.ts';
import { homeLocale, leave, type Step, to } from './moves.ts';

/**
 * Whether the face waits for a touch at all: an end clears by itself, on the start screen nobody is missed, but somebody
 * may have left it in another language, and whoever holds a phone of their own touches nothing here.
 */
function watches(state: FaceState): boolean {
  const { screen } = state;
  switch (screen.name) {
    case 'start':
      return state.locale !== homeLocale(state);
    case 'phone':
      return !('ticket' in screen.view);
    default:
      return endingOf(screen) === undefined;
  }
}

/** When nobody being there shows next; undefined where it does not matter. */
export function idleDeadline(state: FaceState): number | undefined {
  if (!watches(state)) {
    return undefined;
  }
  return state.overlay?.kind === 'still-there' ? state.overlay.endsAt : state.idleAt;
}

/** Any touch or key: somebody is there. The question itself wants its own answer. */
export function touch(state: FaceState, now: number): Step {
  return state.overlay?.kind === 'still-there'
    ? to(state)
    : to({ ...state, idleAt: now + displayMs(state, 'idleSeconds') });
}

/** "I am still here": everything typed is kept. */
export function stay(state: FaceState, now: number): Step {
  if (state.overlay?.kind !== 'still-there' || state.overlay.last) {
    return to(state);
  }
  const idleAt = now + displayMs(state, 'idleSeconds');
  return to({ ...state, overlay: undefined, idleAt, extensions: state.extensions + 1 });
}

/** Asks, or wipes when the question was not answered. */
export function idleWhenDue(state: FaceState, now: number): Step {
  const due = idleDeadline(state);
  if (due === undefined || now < due) {
    return to(state);
  }
  if (state.overlay?.kind === 'still-there' || state.screen.name === 'start') {
    return leave(state, now);
  }
  const last = state.extensions >= mostExtensions;
  const waitsMs = state.place === 'page' ? pageStillThereMs : stillThereMs;
  return to(
    { ...state, overlay: { kind: 'still-there', endsAt: now + waitsMs, last } },
    { kind: 'sound', cue: 'attention' },
  );
}
