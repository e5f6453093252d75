/**
 * The health of the terminal, asked once for the whole desk: when it is opened, when the terminal says that something
 * has changed, and once a minute for what changes without a word, such as a disk that fills.
 * Runs in the operator face.
 */
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { Health } from '../../../main/contract/public.ts';
import { useDesk } from '../desk-context.ts';
import { type Asked, useAsked } from '../use-asked.ts';
import { useEvents } from '../use-events.ts';

const askAgainMs = 60_000;

export const HealthContext = createContext<Asked<Health> | undefined>(undefined);

/** Asks for the health; for the frame alone. */
export function useHealthWatch(): Asked<Health> {
  const { clock } = useDesk();
  const asked = useAsked('health.get', {});
  const { again, busy } = asked;
  useEvents((event) => {
    if (event.type === 'health') {
      again();
    }
  });
  useEffect(() => (busy ? undefined : clock.after(askAgainMs, again)), [clock, again, busy]);
  return asked;
}

/** The health as the desk knows it. */
export function useHealth(): Asked<Health> {
  const asked = useContext(HealthContext);
  if (asked === undefined) {
    throw new TypeError('a component that shows the health stands outside HealthContext');
  }
  return asked;
}
