/** What `kiosk.watch` pushes: each event to those who may know it, numbered so that an older one can be ignored. */
import type { KioskEvent, Locale, Unwatch } from '../../contract/public.ts';
import type { Condition } from '../health/service-health.ts';
import type { Caller } from './caller.ts';

/** An event before it has its number. */
export type NewEvent =
  | ({ readonly type: 'health' } & Condition)
  | { readonly type: 'entry'; readonly seq: number; readonly outcome: string };

/** A visit that staff begin on the visitor's screen. */
export interface BeginVisit {
  readonly locale?: Locale | undefined;
  readonly purpose?: string | undefined;
}

export interface Events {
  publish(event: NewEvent): void;
  /** Tells the visitors' screens that staff begin a visit; answers how many there are. */
  begin(visit: BeginVisit): number;
  /** Begins with the health of this moment, so that a listener who was away knows where things stand. */
  subscribe(caller: Caller, condition: Condition, onEvent: (event: KioskEvent) => void): Unwatch;
}

/**
 * Builds it; listeners live in memory.
 * @param mayHear whether this listener is, at this moment, one to whom entries are told
 */
export function buildEvents(mayHear: (caller: Caller) => boolean): Events {
  const listeners = new Set<{ readonly caller: Caller; readonly onEvent: (event: KioskEvent) => void }>();
  let revision = 0;
  return {
    publish(event) {
      revision += 1;
      for (const { caller, onEvent } of listeners) {
        if (event.type === 'health' || mayHear(caller)) {
          onEvent({ ...event, revision });
        }
      }
    },
    begin({ locale, purpose }) {
      revision += 1;
      const screens = Array.from(listeners).filter(({ caller }) => caller.kind === 'kiosk');
      for (const { onEvent } of screens) {
        onEvent({
          type: 'begin',
          revision,
          ...(locale === undefined ? {} : { locale }),
          ...(purpose === undefined ? {} : { purpose }),
        });
      }
      return screens.length;
    },
    subscribe(caller, condition, onEvent) {
      const listener = { caller, onEvent };
      listeners.add(listener);
      onEvent({ type: 'health', ...condition, revision });
      return () => listeners.delete(listener);
    },
  };
}
