/**
 * Listens to the terminal while a component is shown.
 * Runs in the operator face.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { KioskEvent } from '../../main/contract/public.ts';
import { useDesk } from './desk-context.ts';

/** Calls the listener of the last rendering for each event. */
export function useEvents(listener: (event: KioskEvent) => void): void {
  const { events } = useDesk();
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => events((event) => latest.current(event)), [events]);
}
