/**
 * Notes that nobody has touched the page for a while.
 * Runs in the operator face.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { FaceClock } from '../../store/clock.ts';

/** Calls back once after so many milliseconds without a touch or key; undefined does not wait. */
export function useIdle(clock: FaceClock, ms: number | undefined, onIdle: () => void): void {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    if (ms === undefined) {
      return undefined;
    }
    let cancel = clock.after(ms, () => latest.current());
    const again = () => {
      cancel();
      cancel = clock.after(ms, () => latest.current());
    };
    const kinds = ['pointerdown', 'keydown'] as const;
    for (const kind of kinds) {
      document.addEventListener(kind, again, { capture: true, passive: true });
    }
    return () => {
      cancel();
      for (const kind of kinds) {
        document.removeEventListener(kind, again, { capture: true });
      }
    };
  }, [clock, ms]);
}
