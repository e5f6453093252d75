/**
 * Listens to the reader: no field is needed, none gets what it types, and nothing of it is kept.
 * Runs in the face.
 */
import type { FaceClock } from '../../store/clock.ts';
import { watchKeys } from './reader-keys.ts';

/** Calls for each pass that a reader types; gives back what ends it. The visit decides whether it wants one now. */
export function listenToReader(page: Window, clock: FaceClock, onPass: (token: string) => void): () => void {
  const judge = watchKeys(() => clock.monotonic());
  const listen = (event: KeyboardEvent) => {
    const verdict = judge(event);
    if (verdict === 'leave') {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (verdict !== 'swallow') {
      onPass(verdict.token);
    }
  };
  page.addEventListener('keydown', listen, { capture: true });
  return () => page.removeEventListener('keydown', listen, { capture: true });
}
