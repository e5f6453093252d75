/**
 * Which language the face speaks at this moment. The words change when they have come; until then the old ones stay.
 * Runs in the face.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Locale } from '../../main/contract/public.ts';
import type { Catalog, Say } from './catalog.ts';
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

/** Puts a face's own words in the place of those of a catalogue. */
export type AdaptCatalog = (locale: Locale, catalog: Catalog) => Catalog;

/** Builds a speaker that begins in English. */
export function createSpeaker(adapt: AdaptCatalog = (_locale, catalog) => catalog): Speaker {
  const buildSpeech = (locale: Locale, catalog: Catalog): Speech => ({
    locale,
    say: buildSay(locale, adapt(locale, catalog)),
  });
  const speech = signal(buildSpeech('en', en));
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
        speech.value = buildSpeech(locale, catalog);
      }
    },
  };
}
