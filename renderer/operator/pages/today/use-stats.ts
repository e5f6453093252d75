/**
 * The counts of a day, brought up to date as entries come; who is waiting changes without an entry.
 * Runs in the operator face.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { EntryStats } from '../../../../main/contract/public.ts';
import type { CancelTimer } from '../../../store/clock.ts';
import { useDesk } from '../../desk-context.ts';
import { type Asked, useAsked } from '../../use-asked.ts';
import { useEvents } from '../../use-events.ts';

/** Many entries at once are one question. */
const gatherMs = 500;

/** How often who is waiting is looked at. */
const lookMs = 15_000;

/** Asks for the counts of a day, `2026-01-31`, or of today, which alone changes. */
export function useStats(day: string | undefined): Asked<EntryStats> {
  const { clock } = useDesk();
  const asked = useAsked('entries.stats', day === undefined ? {} : { day });
  const { again, busy } = asked;
  const gathering = useRef<CancelTimer>(undefined);
  const isToday = day === undefined;
  useEvents((event) => {
    if (event.type === 'entry' && isToday && gathering.current === undefined) {
      gathering.current = clock.after(gatherMs, () => {
        gathering.current = undefined;
        again();
      });
    }
  });
  useEffect(() => (busy || !isToday ? undefined : clock.after(lookMs, again)), [clock, again, busy, isToday]);
  useEffect(() => () => gathering.current?.(), []);
  return asked;
}
