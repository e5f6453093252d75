/**
 * Which language the face speaks at this moment. The words change when they have come; until then the old ones stay.
 * Runs in the face.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Locale } from '../../main/contract/public.ts';
import type { Say } from './catalog.ts';
import { en } from './en.ts';
import { findLanguage } from './languages.ts';
import { buildSay } from './say.ts';

/** A language with its words. */
export interface Speech {
  readonly locale: Locale;
  readonly say: Say;
}

export interface Speaker {
  readonly speech: ReadonlySignal<Speech>;
  /** Goes over to a language once its words are here. Of several calls the last one holds. */
  readonly speak: (locale: Locale) => Promise<void>;
}

/** Builds a speaker that begins in English. */
export function createSpeaker(): Speaker {
  const speech = signal<Speech>({ locale: 'en', say: buildSay('en', en) });
  let wanted: Locale = 'en';
  return {
    speech,
    async speak(locale) {
      wanted = locale;
      const catalog = await findLanguage(locale)
        ?.load()
        // The file cannot be had: what can be read is better than nothing.
        .catch(() => undefined);
      if (catalog !== undefined && wanted === locale && speech.peek().locale !== locale) {
        speech.value = { locale, say: buildSay(locale, catalog) };
      }
    },
  };
}
