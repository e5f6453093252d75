import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/i18n/en.ts';
import { spokenLanguages } from '../../../renderer/i18n/languages.ts';
import { createSpeaker } from '../../../renderer/i18n/speaker.ts';

describe('the speaker', () => {
  it('begins in English', () => {
    const { locale, say } = createSpeaker().speech.peek();
    expect([locale, say('common.back')]).toEqual(['en', 'Back']);
  });

  it('goes over to a language with its words', async () => {
    const speaker = createSpeaker();
    await speaker.speak('hi');
    const { locale, say } = speaker.speech.peek();
    expect([locale, say('common.back')]).toEqual(['hi', 'पीछे']);
  });

  it('speaks the language that was asked for last, whichever words come first', async () => {
    const speaker = createSpeaker();
    await Promise.all([speaker.speak('hi'), speaker.speak('en')]);
    expect(speaker.speech.peek().locale).toBe('en');
  });

  it('stays with its words where those of a language cannot be had', async () => {
    const speaker = createSpeaker({ english: en, load: () => Promise.reject(new TypeError('the file is gone')) });
    await speaker.speak('ta');
    expect(speaker.speech.peek().locale).toBe('en');
  });
});

describe('spokenLanguages', () => {
  const locales = (configured: Parameters<typeof spokenLanguages>[0]) =>
    spokenLanguages(configured).map(({ locale }) => locale);

  it('keeps the order of the venue', () => {
    expect(locales(['hi', 'ta', 'en'])).toEqual(['hi', 'ta', 'en']);
  });

  it('is English where nothing is left', () => {
    expect(locales([])).toEqual(['en']);
  });
});
