/**
 * What makes the terminal easier for one visitor: all controls lower down, large text, strong colours. Each is one touch
 * away on every screen, and none outlives the visit: the next person finds the terminal as the venue set it up.
 * Runs in the face. The style sheets read the choices from the root element (`data-ease`).
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Locale } from '../../../main/contract/public.ts';
import type { Speaker } from '../../i18n/speaker.ts';
import type { ReadAloud } from '../../speech/read-aloud.ts';
import type { FaceClock } from '../../store/clock.ts';
import type { FaceStore } from '../../store/face-store.ts';

/** `reach` is for somebody who sits or cannot lift an arm: it does something on tall screens only. */
export const aids = ['reach', 'large', 'contrast'] as const;
export type Aid = (typeof aids)[number];

/** Chosen on the start screen and then left alone: so long it stays, in milliseconds. */
const unusedMs = 60_000;

/** What reads aloud, once it was asked for. */
export interface Aloud extends ReadAloud {
  /** Its keys. */
  readonly SpeechKeys: typeof import('../../speech/read-aloud.ts').SpeechKeys;
}

export interface Ease {
  readonly chosen: ReadonlySignal<ReadonlySet<Aid>>;
  readonly turn: (aid: Aid) => void;
  readonly aloud: ReadonlySignal<Aloud | undefined>;
  /** Begins to read aloud, or ends it. */
  readonly turnAloud: () => void;
}

/** Reads aloud for somebody who does not see where to touch; it has no other use in any browser. */
const aloudKey = 'F2';

export interface EaseParts {
  readonly store: Pick<FaceStore, 'screen' | 'send'>;
  readonly speaker: Speaker;
  readonly clock: Pick<FaceClock, 'after'>;
  readonly page: Document;
  /** Tells the terminal, and so its staff, of a language without a voice. */
  readonly tellVoice: (lang: Locale, speaks: boolean) => void;
}

/** Follows the visits of a store; the choices are written on the root element of the page. */
export function createEase(parts: EaseParts): Ease {
  const { store, clock, page } = parts;
  const aloud = signal<Aloud>();
  let wantsAloud = false;
  const chosen = signal<ReadonlySet<Aid>>(new Set());
  let cancel = () => {};
  const forget = () => {
    chosen.value = new Set();
    endAloud();
  };
  const endAloud = () => {
    wantsAloud = false;
    aloud.peek()?.close();
    aloud.value = undefined;
  };
  const beginAloud = async () => {
    wantsAloud = true;
    // Nothing can be said of a fault here: the next touch tries again.
    const speech = await import('../../speech/read-aloud.ts').catch(() => undefined);
    if (wantsAloud && aloud.peek() === undefined && speech !== undefined) {
      const reader = speech.startReadAloud({ ...parts, synthesis: window.speechSynthesis });
      aloud.value = { ...reader, SpeechKeys: speech.SpeechKeys };
    }
  };
  const isStart = () => store.screen.peek().name === 'start';
  const forgetLater = () => {
    cancel();
    cancel = clock.after(unusedMs, () => {
      if (isStart()) {
        forget();
      }
    });
  };
  let wasUnderWay = false;
  effect(() => {
    const isUnderWay = store.screen.value.name !== 'start';
    if (wasUnderWay && !isUnderWay) {
      forget();
    }
    wasUnderWay = isUnderWay;
  });
  effect(() => {
    page.documentElement.dataset.ease = Array.from(chosen.value).join(' ');
  });
  const turnAloud = () => {
    if (aloud.peek() === undefined) {
      void beginAloud();
    } else {
      endAloud();
    }
    forgetLater();
  };
  page.addEventListener('keydown', ({ key, repeat }) => key === aloudKey && !repeat && turnAloud());
  return {
    aloud,
    turnAloud,
    chosen,
    turn(aid) {
      const next = new Set(chosen.peek());
      if (!next.delete(aid)) {
        next.add(aid);
      }
      chosen.value = next;
      forgetLater();
    },
  };
}
