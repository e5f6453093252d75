/**
 * Brings the focus to a new screen: to its heading, or to the field that is meant. A page that stands in another takes
 * it only where it has it already: whoever reads something else is not dragged here.
 * Runs in the face.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether the focus is this page's to move. */
export function mayTakeFocus(): boolean {
  return window.parent === window || document.hasFocus();
}

/** Gives a ref for what is focused when the component appears. */
export function useArrival<E extends HTMLElement>(): RefObject<E | null> {
  const target = useRef<E>(null);
  useLayoutEffect(() => {
    if (mayTakeFocus()) {
      target.current?.focus();
    }
  }, []);
  return target;
}
