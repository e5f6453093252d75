/**
 * What the operator face knows: the terminal, whether the desk is open and for whom, and which page is shown.
 * Runs in the operator face.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import {
  type Client,
  type KioskDescription,
  type KioskEvent,
  type OperatorSession,
  problem,
  type Unwatch,
} from '../../main/contract/public.ts';
import type { FaceClock } from '../store/clock.ts';
import { type Ask, askThrough } from './ask.ts';
import type { PageId, Place } from './page-id.ts';
import { createSessionKeeper, type SessionKeeper } from './session-keeper.ts';

/** What is shown before any page: nothing yet, that the host does not answer or know this page, or the desk itself. */
export type DeskLink = 'waiting' | 'gone' | 'shut-out' | 'up';

export interface DeskStore extends Pick<SessionKeeper, 'session' | 'secondsLeft' | 'touch' | 'stay'> {
  readonly link: ReadonlySignal<DeskLink>;
  readonly description: ReadonlySignal<KioskDescription | undefined>;
  readonly place: ReadonlySignal<Place>;
  /** Grows when the door is to be looked at anew. */
  readonly doorVisits: ReadonlySignal<number>;
  /** Asks as whoever stands at the door. */
  readonly askAtDoor: Ask;
  /** Asks as the operator who has unlocked. */
  readonly ask: Ask;
  readonly events: (listener: (event: KioskEvent) => void) => Unwatch;
  readonly go: (page: PageId, seq?: number) => void;
  /** The door has been opened. */
  readonly unlocked: (session: OperatorSession) => void;
  /** Goes in where the core already has the door open, as it has for the first operator. */
  readonly resume: () => Promise<void>;
  /** Locks the desk; resolves when the core knows. */
  readonly lock: () => Promise<void>;
  readonly start: () => void;
}

/** How often a host that does not answer is asked again. */
const reconnectMs = 2_000;

const firstPlace: Place = { page: 'today' };

/** Builds the store. Nothing happens before `start`. */
export function createDeskStore({ client, clock }: { readonly client: Client; readonly clock: FaceClock }): DeskStore {
  const askCore = askThrough(client);
  const link = signal<DeskLink>('waiting');
  const description = signal<KioskDescription | undefined>(undefined);
  const place = signal<Place>(firstPlace);
  const doorVisits = signal(0);
  const listeners = new Set<(event: KioskEvent) => void>();
  let unwatch: Unwatch = () => {};
  // Counts openings and closings: what was asked in one of them is answered in it or not at all.
  let epoch = 0;

  const end = (): void => {
    epoch += 1;
    unwatch();
    listeners.clear();
    batch(() => {
      keeper.end();
      place.value = firstPlace;
    });
  };
  const ask: Ask = async (name, input) => {
    const asked = epoch;
    const answer = await askCore(name, input);
    if (asked !== epoch) {
      return problem('unauthenticated');
    }
    if (!answer.ok && answer.error.code === 'unauthenticated') {
      end();
    }
    return answer;
  };
  const lock = async (): Promise<void> => {
    end();
    await askCore('operator.lock', {});
  };
  /** The core has the last word on whether the time is over: what was asked in between may have prolonged it. */
  const lookAgain = async (): Promise<void> => {
    const answer = await ask('operator.get', {});
    if (answer.ok) {
      keeper.know(answer.value);
    } else {
      end();
    }
  };
  const keeper = createSessionKeeper({ ask, clock, onTimeUp: () => void lookAgain() });

  const askAtDoor: Ask = async (name, input) => {
    const answer = await askCore(name, input);
    // A wrong PIN says so as well: only a host that does not show its door does not know this page any more.
    if (!answer.ok && answer.error.code === 'unauthenticated' && !(await askCore('operator.door', {})).ok) {
      link.value = 'shut-out';
    }
    return answer;
  };
  const unlocked = (session: OperatorSession): void => {
    epoch += 1;
    unwatch = client['kiosk.watch']((event) => {
      for (const listener of listeners) {
        listener(event);
      }
    });
    keeper.open(session);
  };
  const start = async (): Promise<void> => {
    const described = await askCore('kiosk.describe', {});
    if (!described.ok) {
      link.value = 'gone';
      clock.after(reconnectMs, () => void start());
      return;
    }
    // Whoever loads this page stands before a locked door, whatever was open before.
    await askAtDoor('operator.lock', {});
    batch(() => {
      description.value = described.value;
      link.value = link.value === 'shut-out' ? 'shut-out' : 'up';
    });
  };

  return {
    link,
    description,
    place,
    doorVisits,
    session: keeper.session,
    secondsLeft: keeper.secondsLeft,
    touch: keeper.touch,
    stay: keeper.stay,
    askAtDoor,
    ask,
    events(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go(page, seq) {
      place.value = { page, seq };
    },
    unlocked,
    async resume() {
      const answer = await askCore('operator.get', {});
      if (answer.ok) {
        unlocked(answer.value);
      } else {
        doorVisits.value += 1;
      }
    },
    lock,
    start: () => void start(),
  };
}
