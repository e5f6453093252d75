/**
 * The visit of this page, from its beginning without a start screen to its end, and what the window around us is told
 * of it.
 * Runs in the embedded page.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Locale, SnapshotIn } from '../../main/contract/public.ts';
import { serves } from '../store/face-state.ts';
import type { FaceStore } from '../store/face-store.ts';
import type { Screen } from '../store/screen.ts';
import { coverOf } from '../store/service-steps.ts';
import type { Told } from './host-window.ts';

/** Why nothing is under way. */
export type Rest = 'beginning' | 'left' | 'finished';

export interface PageVisit {
  readonly rest: ReadonlySignal<Rest>;
  /** Once more, from the notice on. */
  readonly again: () => void;
}

export interface PageVisitParts {
  readonly store: FaceStore;
  /** The language to begin in, of those that the venue offers. */
  readonly locale: (offered: readonly Locale[]) => Locale;
  readonly tell: (told: Told) => void;
  /** The newest decision that the core has given. */
  readonly decided: () => SnapshotIn<'decided'> | undefined;
}

/** Follows the store. */
export function followVisit({ store, locale, tell, decided }: PageVisitParts): PageVisit {
  const rest = signal<Rest>('beginning');
  let before: Screen | undefined;
  let isReady = false;
  effect(() => {
    const state = store.state.value;
    const { screen, service } = state;
    if (service.description !== undefined && !isReady) {
      isReady = true;
      tell({ type: 'ready' });
    }
    if (screen.name !== before?.name) {
      rest.value = restAfter(before, screen, rest.peek());
      const told = toldOf(before, screen, decided());
      before = screen;
      if (told !== undefined) {
        tell(told);
      }
    }
    // After the rest is known: who has left is not taken back in.
    if (screen.name === 'start' && rest.peek() === 'beginning' && serves(service)) {
      const offered = service.description?.languages ?? [];
      queueMicrotask(() => store.send({ type: 'begin', locale: locale(offered) }));
    }
  });
  let wasCovered = false;
  effect(() => {
    const isCovered = coverOf(store.state.value) !== undefined && isReady;
    if (isCovered && !wasCovered) {
      tell({ type: 'error', code: 'out-of-order' });
    }
    wasCovered = isCovered;
  });
  return { rest, again: () => store.send({ type: 'begin', locale: store.state.peek().locale }) };
}

function restAfter(before: Screen | undefined, { name }: Screen, rest: Rest): Rest {
  if (name !== 'start' || before === undefined) {
    return rest;
  }
  return before.name === 'result' || before.name === 'reception' ? 'finished' : 'left';
}

/** What a change of the screen means to the window around us; why somebody sees a person is theirs alone. */
function toldOf(
  before: Screen | undefined,
  screen: Screen,
  decided: SnapshotIn<'decided'> | undefined,
): Told | undefined {
  switch (screen.name) {
    case 'result':
      return decided === undefined ? undefined : resultOf(decided);
    case 'failure':
      return { type: 'error', code: screen.code };
    case 'reception':
      return { type: 'cancel' };
    case 'start': {
      const isTold = before === undefined || before.name === 'result' || before.name === 'reception';
      return isTold ? undefined : { type: 'cancel' };
    }
    default:
      return undefined;
  }
}

function resultOf({ id, decision, entryId, checkCode, receipt }: SnapshotIn<'decided'>): Told {
  return {
    type: 'result',
    verificationId: id,
    decision,
    entryId,
    checkCode,
    ...(receipt === undefined ? {} : { receipt }),
  };
}
