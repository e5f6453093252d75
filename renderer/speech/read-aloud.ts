/**
 * Reads the terminal aloud for one visitor: each screen when it comes, what changes on it, the control that has the
 * focus, and what is typed. Digits are said only when the visitor asks, because others may hear them too.
 * Runs in the face; fetched when it is asked for.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Locale } from '../../main/contract/public.ts';
import type { Speaker } from '../i18n/speaker.ts';
import type { FaceClock } from '../store/clock.ts';
import type { FaceStore } from '../store/face-store.ts';
import type { Screen } from '../store/screen.ts';
import { langOf, nameOf, readLines, spell, textOf } from './lines.ts';
import { createMouth, type Mouth, type Synthesis } from './mouth.ts';

export { SpeechKeys } from './speech-keys.tsx';

export interface ReadAloudParts {
  readonly store: Pick<FaceStore, 'screen' | 'send'>;
  readonly speaker: Speaker;
  readonly clock: Pick<FaceClock, 'after'>;
  readonly page: Document;
  readonly synthesis: Synthesis | undefined;
  /** Tells the terminal, and so its staff, of a language without a voice. */
  readonly tellVoice: (lang: Locale, speaks: boolean) => void;
}

export interface ReadAloud extends Pick<Mouth, 'hasVoice' | 'volume' | 'turnVolume' | 'stop'> {
  /** The whole screen from its beginning. */
  readonly again: () => void;
  /** Whether the digits that are typed are said. */
  readonly saysDigits: ReadonlySignal<boolean>;
  readonly turnDigits: () => void;
  /** Ends it in the middle of a word. */
  readonly close: () => void;
}

/** What tells of a change by itself. */
const live = '[role="status"], [role="alert"], [aria-live]';

/** What covers the screen is read instead of it. */
function rootOf(page: Document): Element | null {
  return page.querySelector('.cover') ?? page.querySelector('.screen');
}

/** Begins to read, with the screen that is there. */
export function startReadAloud({ store, speaker, clock, page, synthesis, tellVoice }: ReadAloudParts): ReadAloud {
  const lang = () => speaker.speech.peek().locale;
  const mouth = createMouth({
    synthesis,
    clock,
    lang,
    onLine: () => store.send({ type: 'touch' }),
    onVoice: tellVoice,
  });
  const saysDigits = signal(false);
  let told = new Map<Element, string>();
  let shown: string | undefined;
  let shownRoot: Element | null = null;

  const liveTexts = (root: Element) =>
    new Map(Array.from(root.querySelectorAll(live), (element) => [element, textOf(element)] as const));
  const tellChanges = (root: Element): void => {
    const texts = liveTexts(root);
    for (const [element, text] of texts) {
      if (text !== '' && told.get(element) !== text) {
        mouth.say([{ text, lang: lang() }], element.matches('[role="alert"]') ? 'now' : 'after');
      }
    }
    told = texts;
  };
  const readAll = (root: Element): void => {
    told = liveTexts(root);
    mouth.say(readLines(root, lang()), 'now');
    // An end is read to its own end, however short it is shown; elsewhere it means nothing.
    store.send({ type: 'more-time' });
  };
  const look = (): void => {
    const root = rootOf(page);
    // The words of another language may come after the screen that was begun in it.
    const heading = `${lang()} ${root?.querySelector('h1')?.textContent}`;
    if (root === null) {
      return;
    }
    if (root !== shownRoot || heading !== shown) {
      shownRoot = root;
      shown = heading;
      readAll(root);
    } else {
      tellChanges(root);
    }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(page.body, { subtree: true, childList: true, characterData: true });
  const end = new AbortController();
  const tellFocus = ({ target }: Event): void => {
    if (target instanceof Element && target.matches('button, input, a')) {
      mouth.say([{ text: nameOf(target), lang: langOf(target, lang()) }], 'now');
    }
  };
  page.addEventListener('focusin', tellFocus, { signal: end.signal });

  let before = typedOn(store.screen.peek());
  const endTyping = effect(() => {
    const was = before;
    before = typedOn(store.screen.value);
    for (const field of ['name', 'mobile', 'code'] as const) {
      const [old, typed] = [was[field], before[field]];
      if (old !== undefined && typed !== undefined && old !== typed) {
        const isHidden = field !== 'name' && !saysDigits.peek();
        mouth.say([{ text: tellTyped(old, typed, isHidden, speaker), lang: lang() }], 'now');
      }
    }
  });
  look();
  return {
    ...mouth,
    saysDigits,
    turnDigits() {
      saysDigits.value = !saysDigits.peek();
    },
    again() {
      const root = rootOf(page);
      if (root !== null) {
        readAll(root);
      }
    },
    close() {
      watcher.disconnect();
      end.abort();
      endTyping();
      mouth.stop();
    },
  };
}

type Typed = Partial<Readonly<Record<'name' | 'mobile' | 'code', string>>>;

/** What stands in the fields of a screen, as the store has it. */
function typedOn(screen: Screen): Typed {
  switch (screen.name) {
    case 'code':
      return { code: screen.otp };
    case 'details':
      return { name: screen.draft.fullName, mobile: screen.draft.mobileNumber };
    default:
      return {};
  }
}

/** What is said of a change: the signs that came, the word that is ended, or how many digits there are. */
export function tellTyped(was: string, is: string, isHidden: boolean, { speech }: Speaker): string {
  const { say } = speech.peek();
  if (isHidden) {
    return say('ease.typed', { count: Array.from(is).length });
  }
  if (is.length < was.length) {
    return say('keys.backspace');
  }
  // A sign may have changed the one before it: what is new begins where the two part.
  const [old, typed] = [Array.from(was), Array.from(is)];
  const parting = typed.findIndex((sign, at) => sign !== old[at]);
  const came = parting < 0 ? '' : typed.slice(parting).join('');
  return came.trim() === '' ? (is.trim().split(/\s+/).at(-1) ?? '') : spell(came);
}
