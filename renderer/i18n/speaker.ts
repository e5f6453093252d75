/**
 * Which language the face speaks at this moment. The words change when they have come; until then the old ones stay.
 * Runs in the face.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Locale } from '../../main/contract/public.ts';
import type { Catalog, Say } from './catalog.ts';
import { en } from './en.ts';
import { findLanguage, type Language } from './languages.ts';
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

/** Where the words come from: a face may put its own in the place of some of those of a catalogue. */
export interface Wording {
  /** Is here from the beginning. */
  readonly english: Catalog;
  readonly load: (language: Language) => Promise<Catalog>;
}

const plain: Wording = { english: en, load: ({ load }) => load() };

/** Builds a speaker that begins in English. */
export function createSpeaker({ english, load }: Wording = plain): Speaker {
  const buildSpeech = (locale: Locale, catalog: Catalog): Speech => ({ locale, say: buildSay(locale, catalog) });
  const speech = signal(buildSpeech('en', english));
  let wanted: Locale = 'en';
  return {
    speech,
    async speak(locale) {
      wanted = locale;
      const language = findLanguage(locale);
      // The file cannot be had: what can be read is better than nothing.
      const catalog = language && (await load(language).catch(() => undefined));
      if (catalog !== undefined && wanted === locale && speech.peek().locale !== locale) {
        speech.value = buildSpeech(locale, catalog);
      }
    },
  };
}
