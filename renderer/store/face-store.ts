/**
 * The one store of the kiosk face: holds the state as a signal, runs the effects of each step, and lets time in.
 * Runs in the face.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { KioskDescription, Unwatch } from '../../main/contract/public.ts';
import type { CancelTimer, FaceClock } from './clock.ts';
import type { FaceEvent, VisitorEvent } from './face-event.ts';
import { type FaceState, firstState } from './face-state.ts';
import { createEffects, type EffectParts } from './run-effect.ts';
import type { Screen } from './screen.ts';
import { step } from './step.ts';
import { nextDeadline } from './tick.ts';

/** What the store is given. */
export interface FaceParts extends EffectParts {
  readonly clock: FaceClock;
  /** At the terminal unless told. */
  readonly place?: FaceState['place'];
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
export function createFaceStore(parts: FaceParts): FaceStore {
  const { clock, place = 'terminal' } = parts;
  const state = signal<FaceState>({ ...firstState, place });
  const now = signal(clock.monotonic());
  let cancelTimer: CancelTimer = () => {};
  let running = false;

  const happen = (event: FaceEvent): void => {
    const moment = clock.monotonic();
    const next = step(state.peek(), event, moment);
    batch(() => {
      now.value = moment;
      state.value = next.state;
    });
    next.effects.forEach(run);
    wait();
  };
  const { run, end } = createEffects(parts, happen);

  const wait = (): void => {
    cancelTimer();
    if (running) {
      const left = nextDeadline(state.peek(), now.peek()) - now.peek();
      cancelTimer = clock.after(Math.min(secondMs, left), () => happen({ type: 'tick' }));
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
        end();
      };
    },
  };
}
