/**
 * The entries that came while the desk was open, whichever page was shown: what the events carry, and no person.
 * Runs in the operator face.
 */
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { OutcomeName } from '../controls/outcome.tsx';
import { useDesk } from '../desk-context.ts';
import { useEvents } from '../use-events.ts';

export interface LatestEntry {
  readonly seq: number;
  readonly outcome: OutcomeName;
  /** When the desk heard of it, in milliseconds since 1970. */
  readonly at: number;
}

/** More than these are for the list of entries. */
const most = 8;

const outcomes = ['admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault'] as const;

/** The outcome that an event names, where it is one of a visit. */
function outcomeOf(text: string): OutcomeName | undefined {
  return outcomes.find((outcome) => outcome === text);
}

export const LatestContext = createContext<readonly LatestEntry[]>([]);

/** Listens for as long as the desk is open; for the frame alone. */
export function useLatestWatch(): readonly LatestEntry[] {
  const { clock } = useDesk();
  const [latest, setLatest] = useState<readonly LatestEntry[]>([]);
  useEvents((event) => {
    const outcome = event.type === 'entry' ? outcomeOf(event.outcome) : undefined;
    if (event.type === 'entry' && outcome !== undefined) {
      setLatest((before) => [{ seq: event.seq, outcome, at: clock.now() }, ...before].slice(0, most));
    }
  });
  return latest;
}

/** The newest entries, newest first. */
export function useLatest(): readonly LatestEntry[] {
  return useContext(LatestContext);
}
