/** The operations of the desk on the entry log: the list, one entry, the day, decisions by hand. Part of the core. */
import { answer, problem } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import type { Clock } from '../ports.ts';
import { type DecideParts, decideByHand } from './decide.ts';
import { type DetailParts, getEntry, revealEntry } from './detail.ts';
import { findEntries, type ListParts, listEntries } from './list.ts';
import { countDay } from './stats.ts';
import type { Views } from './views.ts';
import { wallTime } from './wall-clock.ts';

export type DeskHandlers = Pick<
  Handlers,
  'entries.list' | 'entries.find' | 'entries.stats' | 'entries.get' | 'entries.reveal' | 'entries.decide'
>;

export interface DeskParts extends ListParts, DetailParts, DecideParts {
  readonly settings: ListParts['settings'] & DecideParts['settings'];
  readonly views: Views;
  readonly clock: Pick<Clock, 'now'>;
  /** How many visitors are in the middle of a verification. */
  readonly waiting: () => number;
  /** How many people are inside; null where the venue does not count them. */
  readonly inside: () => number | null;
}

/** Lays the operations onto their parts. */
export function buildDeskHandlers(parts: DeskParts): DeskHandlers {
  const { database, settings, clock, waiting, inside } = parts;
  const { timezone } = settings.site;
  return {
    'entries.list': (caller, input) => listEntries(parts, caller, input),
    'entries.find': (caller, input) => findEntries(parts, caller, input),
    'entries.stats': (_caller, { day = wallTime(clock.now(), timezone).day }) => {
      const counted = countDay(database, day, timezone);
      return counted === undefined
        ? problem('invalid-input', { fields: [{ path: 'day', problem: 'not-a-day' }] })
        : answer({ ...counted, waiting: waiting(), inside: inside() });
    },
    'entries.get': (caller, { seq }) => getEntry(parts, caller, seq),
    'entries.reveal': (caller, input) => revealEntry(parts, caller, input),
    'entries.decide': (caller, input) => decideByHand(parts, caller, input),
  };
}
