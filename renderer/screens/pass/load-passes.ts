/**
 * Fetches what passes need once the terminal says that it takes them, and listens to the reader from then on.
 * Runs in the face.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FaceClock } from '../../store/clock.ts';
import type { FaceStore } from '../../store/face-store.ts';

/** What is fetched. */
export type Passes = typeof import('./passes.ts');

/** Undefined until it is here; a venue without passes never has it. */
export function loadPasses(page: Window, clock: FaceClock, store: FaceStore): ReadonlySignal<Passes | undefined> {
  const passes = signal<Passes>();
  let asked = false;
  effect(() => {
    // The terminal describes itself every few seconds: after a fault the next time tries again.
    if (asked || (store.description.value?.passes.length ?? 0) === 0) {
      return;
    }
    asked = true;
    import('./passes.ts').then(
      (here) => {
        here.listenToReader(page, clock, (token) => store.send({ type: 'use-pass', token }));
        passes.value = here;
      },
      () => {
        asked = false;
      },
    );
  });
  return passes;
}
