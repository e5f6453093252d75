/**
 * The demonstration's phone: whom one may play, and the SMS of the verification that waits for its code. It asks the
 * core only while a code is awaited, and never outside DEMO.
 * Runs in the face.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Client, DemoPhone as PhoneContent, Unwatch } from '../../main/contract/public.ts';
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

/** Builds the phone over the store whose visit it follows. */
export function createDemoPhone(client: Client, clock: FaceClock, { screen, description }: FaceStore): DemoPhone {
  const people = signal<readonly DemoPerson[]>([]);
  const messages = signal<readonly DemoMessage[]>([]);

  /** Asks for the people once, or for the messages of one verification until the returned function is called. */
  const follow = (id: string | undefined): Unwatch => {
    let over = false;
    let cancelTimer: CancelTimer = () => {};
    const look = async (): Promise<void> => {
      const answer = await client['demo.phone'](id === undefined ? {} : { id });
      if (over) {
        return;
      }
      if (answer.ok) {
        people.value = answer.value.people;
        messages.value = id === undefined ? [] : answer.value.messages;
      }
      if (id !== undefined || !answer.ok) {
        cancelTimer = clock.after(lookMs, () => void look());
      }
    };
    messages.value = [];
    void look();
    return () => {
      over = true;
      cancelTimer();
      messages.value = [];
    };
  };

  const choice = signal<boolean | undefined>(undefined);
  const isOpen = computed(() => choice.value ?? (screen.value.name === 'details' || screen.value.name === 'code'));

  return {
    people,
    messages,
    isOpen,
    toggle: () => {
      choice.value = !isOpen.peek();
    },
    start: () => {
      let key: string | undefined;
      let stop: Unwatch = () => {};
      const stopEffect = effect(() => {
        if (screen.value.name === 'start') {
          choice.value = undefined;
        }
        const next = description.value?.demo === true ? phoneKey(screen.value) : undefined;
        if (next !== key) {
          key = next;
          stop();
          stop = next === undefined ? () => {} : follow(next === 'people' ? undefined : next);
        }
      });
      return () => {
        stopEffect();
        stop();
      };
    },
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
