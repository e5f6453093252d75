/**
 * The ways from the page of visitors to the desk of staff. Where the venue starts at the desk, this page is shown for
 * one visit at a time (`?visit`) and leads back, or stays on a screen of the visitors' own (`?screen`). A terminal that
 * nobody can unlock yet asks for its first operator before it serves, unless staff put that off (`?later`).
 * Runs in the face.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { VisitorClient } from '../../../main/contract/public.ts';
import { pageAddress } from '../../client/page-address.ts';
import type { FaceClock } from '../../store/clock.ts';
import type { FaceStore } from '../../store/face-store.ts';
import { watchCorner } from './staff-corner.ts';

/** What the page knows of its window. */
export interface Surroundings {
  readonly document: Document;
  readonly location: Pick<Location, 'search' | 'replace'>;
  readonly pravesh?: unknown;
}

export interface DeskWay {
  /** The page was opened at the desk for one visit. */
  readonly isVisit: boolean;
  /** In DEMO the PIN that opens the desk, once it is known. */
  readonly demoPin: ReadonlySignal<string | undefined>;
  /** Ends what is on the screen and goes to the desk. */
  readonly leave: () => void;
}

/** A visit that nobody begins goes back to the desk. */
const untouchedMs = 60_000;

/** Begins to watch for all ways to the desk. */
export function startDeskWay(parts: {
  readonly client: VisitorClient;
  readonly store: FaceStore;
  readonly clock: FaceClock;
  readonly window: Surroundings;
}): DeskWay {
  const { client, store, clock, window } = parts;
  const { search } = window.location;
  const isVisit = search === '?visit';
  const demoPin = signal<string | undefined>(undefined);
  const go = () => window.location.replace(pageAddress('operator', window));
  const leave = () => {
    store.send({ type: 'cancel' });
    go();
  };
  const askDoor = async () => {
    const door = await client['operator.door']({});
    if (door.ok && door.value.setUp) {
      go();
    }
    demoPin.value = door.ok ? door.value.demoPin : undefined;
  };
  watchCorner(window.document, leave);
  const stop = effect(() => {
    const description = store.description.value;
    if (description === undefined) {
      return;
    }
    // Once: what it says of this does not change while the terminal runs.
    queueMicrotask(() => stop());
    if (description.mode === 'reception' && !isVisit && search !== '?screen') {
      go();
    } else if (description.demo || search === '') {
      void askDoor();
    }
  });
  if (isVisit) {
    returnAfterVisit(store, clock, go);
  }
  return { isVisit, demoPin, leave };
}

/** Goes back to the desk when the visit is over, or when nobody has begun one. */
function returnAfterVisit(store: FaceStore, clock: FaceClock, go: () => void): void {
  let hasBegun = false;
  clock.after(untouchedMs, () => {
    if (!hasBegun) {
      go();
    }
  });
  effect(() => {
    const isStart = store.screen.value.name === 'start';
    if (isStart && hasBegun) {
      go();
    }
    hasBegun ||= !isStart;
  });
}
