/**
 * What every component of the kiosk may use: the store, the words, the clock on the wall.
 * Runs in the face.
 */
import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Speaker, Speech } from '../i18n/speaker.ts';
import type { Passes } from '../screens/pass/load-passes.ts';
import type { OwnPhone } from '../screens/phone/load-own-phone.ts';
import type { FaceClock } from '../store/clock.ts';
import type { DemoPhone } from '../store/demo-phone.ts';
import type { FaceStore } from '../store/face-store.ts';
import type { Ease } from './ease/ease.ts';
import type { DeskWay } from './frame/desk-way.ts';

export interface Face {
  readonly store: FaceStore;
  readonly speaker: Speaker;
  readonly clock: FaceClock;
  readonly phone: DemoPhone;
  readonly desk: DeskWay;
  /** The visitor sits at a device of their own: it has keys, and may fill in what it knows. */
  readonly ownDevice?: boolean;
  /** What makes a terminal easier to use; a page in somebody's own browser leaves that to the browser. */
  readonly ease?: Ease;
  /** What passes need, where the venue gives them out. */
  readonly passes: ReadonlySignal<Passes | undefined>;
  /** What "Use my own phone" needs, at a terminal whose venue offers it. */
  readonly ownPhone?: ReadonlySignal<OwnPhone | undefined>;
}

export const FaceContext = createContext<Face | undefined>(undefined);

/** The face that this component belongs to. */
export function useFace(): Face {
  const face = useContext(FaceContext);
  if (face === undefined) {
    throw new TypeError('a component of the kiosk stands outside FaceContext');
  }
  return face;
}

/** The language of the moment and its words; the component follows when it changes. */
export function useSpeech(): Speech {
  return useFace().speaker.speech.value;
}
