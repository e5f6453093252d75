/**
 * Fetches what "Use my own phone" needs once the terminal says that it offers it.
 * Runs in the face.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FaceStore } from '../../store/face-store.ts';

/** What is fetched. */
export type OwnPhone = typeof import('./own-phone.ts');

/** Undefined until it is here; a venue that does not offer it never has it. */
export function loadOwnPhone({ description }: FaceStore): ReadonlySignal<OwnPhone | undefined> {
  const ownPhone = signal<OwnPhone>();
  let asked = false;
  effect(() => {
    // The terminal describes itself every few seconds: after a fault the next time tries again.
    if (asked || description.value?.ownPhone !== true) {
      return;
    }
    asked = true;
    import('./own-phone.ts').then(
      (here) => {
        ownPhone.value = here;
      },
      () => {
        asked = false;
      },
    );
  });
  return ownPhone;
}
