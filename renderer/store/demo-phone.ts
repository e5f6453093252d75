/**
 * The demonstration's phone: whom one may play, and the SMS of the verification that waits for its code. It asks the
 * core only while a code is awaited, and never outside DEMO.
 * Runs in the face.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DemoPhone as PhoneContent, Unwatch, VisitorClient } from '../../main/contract/public.ts';
import type { CancelTimer, FaceClock } from './clock.ts';
import type { FaceStore } from './face-store.ts';

export type DemoPerson = PhoneContent['people'][number];
export type DemoMessage = PhoneContent['messages'][number];

export interface DemoPhone {
  readonly people: ReadonlySignal<readonly DemoPerson[]>;
  /** Newest last. */
  readonly messages: ReadonlySignal<readonly DemoMessage[]>;
  /** Open where it helps, unless the visitor has opened or closed it. */
  readonly isOpen: ReadonlySignal<boolean>;
  readonly toggle: () => void;
  /** Begins to follow the visit; gives back what ends it. */
  readonly start: () => Unwatch;
}

/** How often it looks for a new SMS, in milliseconds. */
const lookMs = 1500;

/** What the phone has seen last. */
interface PhoneFace {
  readonly people: Signal<readonly DemoPerson[]>;
  readonly messages: Signal<readonly DemoMessage[]>;
}

/** Builds the phone over the store whose visit it follows. */
export function createDemoPhone(
  client: VisitorClient,
  clock: FaceClock,
  { screen, description }: FaceStore,
): DemoPhone {
  const shown: PhoneFace = { people: signal([]), messages: signal([]) };
  const choice = signal<boolean | undefined>(undefined);
  const isOpen = computed(() => choice.value ?? (screen.value.name === 'details' || screen.value.name === 'code'));
  const key = computed(() => (description.value?.demo === true ? phoneKey(screen.value) : undefined));
  return {
    ...shown,
    isOpen,
    toggle: () => {
      choice.value = !isOpen.peek();
    },
    start: () => {
      const stopForgetting = effect(() => {
        if (screen.value.name === 'start') {
          choice.value = undefined;
        }
      });
      const stopFollowing = effect(() => {
        const next = key.value;
        return next === undefined ? undefined : follow(client, clock, shown, next === 'people' ? undefined : next);
      });
      return () => {
        stopForgetting();
        stopFollowing();
      };
    },
  };
}

/** Asks for the people once, or for the messages of one verification until the returned function is called. */
function follow(client: VisitorClient, clock: FaceClock, shown: PhoneFace, id: string | undefined): Unwatch {
  let over = false;
  let cancelTimer: CancelTimer = () => {};
  const look = async (): Promise<void> => {
    const answer = await client['demo.phone'](id === undefined ? {} : { id });
    if (over) {
      return;
    }
    if (answer.ok) {
      shown.people.value = answer.value.people;
      shown.messages.value = id === undefined ? [] : answer.value.messages;
    }
    if (id !== undefined || !answer.ok) {
      cancelTimer = clock.after(lookMs, () => void look());
    }
  };
  void look();
  return () => {
    over = true;
    cancelTimer();
    shown.messages.value = [];
  };
}

/** What the phone shows on a screen: the messages of one verification, the people, or nothing new. */
function phoneKey(screen: FaceStore['screen']['value']): string | undefined {
  switch (screen.name) {
    case 'code':
      return screen.code.gone ? undefined : screen.code.id;
    case 'details':
      return 'people';
    default:
      return undefined;
  }
}
