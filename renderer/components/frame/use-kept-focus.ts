/**
 * Brings the focus back to where it was when what lay over a screen goes away.
 * Runs in the face.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Remembers the focused element while something covers the screen. */
export function useKeptFocus(isCovered: boolean): void {
  const kept = useRef<Element | null>(null);
  const wasCovered = useRef(false);
  if (isCovered && !wasCovered.current) {
    // While rendering: afterwards the covered screen is inert and has lost it.
    kept.current = document.activeElement;
  }
  useLayoutEffect(() => {
    if (!isCovered && wasCovered.current && kept.current instanceof HTMLElement && kept.current.isConnected) {
      kept.current.focus({ preventScroll: true });
    }
    wasCovered.current = isCovered;
  }, [isCovered]);
}
