/**
 * The one store of the kiosk face: holds the state as a signal, runs the effects of each step, and lets time in.
 * Runs in the face.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Client, KioskDescription, Unwatch } from '../../main/contract/public.ts';
import type { Speaker } from '../i18n/speaker.ts';
import type { Cue } from '../sounds/chimes.ts';
import type { CancelTimer, FaceClock } from './clock.ts';
import type { Effect } from './effect.ts';
import type { FaceEvent, VisitorEvent } from './face-event.ts';
import { type FaceState, firstState } from './face-state.ts';
import { runCall } from './run-effect.ts';
import type { Screen } from './screen.ts';
import { step } from './step.ts';
import { nextDeadline } from './tick.ts';

/** What the store is given. */
export interface FaceParts {
  readonly client: Client;
  readonly clock: FaceClock;
  readonly speaker: Speaker;
  readonly play: (cue: Cue) => void;
}

export interface FaceStore {
  readonly state: ReadonlySignal<FaceState>;
  readonly screen: ReadonlySignal<Screen>;
  readonly description: ReadonlySignal<KioskDescription | undefined>;
  /** Monotonic milliseconds, brought up to date every second and at every deadline. */
  readonly now: ReadonlySignal<number>;
  /** What a visitor does. */
  readonly send: (event: VisitorEvent) => void;
  /** Begins to listen and to count time; gives back what ends both. */
  readonly start: () => Unwatch;
}

/** How often the countdowns on the screen move. */
const secondMs = 1000;

/** Builds the store. Nothing happens before `start`. */
export function createFaceStore({ client, clock, speaker, play }: FaceParts): FaceStore {
  const state = signal(firstState);
  const now = signal(clock.monotonic());
  let cancelTimer: CancelTimer = () => {};
  let unwatch: Unwatch = () => {};
  let running = false;

  const run = (effect: Effect): void => {
    switch (effect.kind) {
      case 'call':
        void runCall(client, effect).then(happen);
        break;
      case 'sound':
        play(effect.cue);
        break;
      case 'speak':
        void speaker.speak(effect.locale);
        break;
      case 'listen':
        unwatch();
        unwatch = client['kiosk.watch']((event) => happen({ type: 'told', event }));
        break;
    }
  };

  const happen = (event: FaceEvent): void => {
    now.value = clock.monotonic();
    const next = step(state.peek(), event, now.peek());
    state.value = next.state;
    next.effects.forEach(run);
    wait();
  };

  const wait = (): void => {
    cancelTimer();
    if (running) {
      const until = Math.max(0, nextDeadline(state.peek(), now.peek()) - now.peek());
      cancelTimer = clock.after(Math.min(secondMs, until), () => happen({ type: 'tick' }));
    }
  };

  return {
    state,
    screen: computed(() => state.value.screen),
    description: computed(() => state.value.service.description),
    now,
    send: happen,
    start() {
      running = true;
      happen({ type: 'tick' });
      return () => {
        running = false;
        cancelTimer();
        unwatch();
      };
    },
  };
}
