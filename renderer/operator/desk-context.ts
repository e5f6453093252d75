/**
 * What every page of the desk may use: the core as the operator who has unlocked, what the venue has, where to go.
 * Runs in the operator face. A page keeps what it is told in its components alone: they go when the desk is locked.
 */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { KioskDescription, KioskEvent, OperatorSession, Unwatch } from '../../main/contract/public.ts';
import type { FaceClock } from '../store/clock.ts';
import type { Ask } from './ask.ts';
import type { PageId, Place } from './page-id.ts';
import type { DeskLocale } from './words.ts';

export interface Desk {
  /**
   * Asks the core. When the answer is that nobody has unlocked, the desk shows the door; an answer that comes after the
   * desk was locked is `unauthenticated` as well, whatever it holds.
   */
  readonly ask: Ask;
  /** Whose page is open. */
  readonly session: ReadonlySignal<OperatorSession>;
  /** What the terminal said of itself when this page was opened. */
  readonly description: KioskDescription;
  /** Listens to health and new entries for as long as the desk is open; gives back what ends it. */
  readonly events: (listener: (event: KioskEvent) => void) => Unwatch;
  /** The page that is shown. */
  readonly place: ReadonlySignal<Place>;
  /** Shows another page, and of "entries" one entry by its number. */
  readonly go: (page: PageId, seq?: number) => void;
  readonly locale: ReadonlySignal<DeskLocale>;
  readonly clock: FaceClock;
  /** Closes the desk. */
  readonly lock: () => void;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk that this component belongs to. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) {
    throw new TypeError('a component of a page stands outside DeskContext');
  }
  return desk;
}
