/**
 * Brings the focus to a new screen: to its heading, or to the field that is meant.
 * Runs in the face.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Gives a ref for what is focused when the component appears. */
export function useArrival<E extends HTMLElement>(): RefObject<E | null> {
  const target = useRef<E>(null);
  useLayoutEffect(() => target.current?.focus(), []);
  return target;
}
