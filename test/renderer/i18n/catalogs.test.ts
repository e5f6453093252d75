import { describe, expect, it } from 'vitest';
import { locales } from '../../../main/contract/public.ts';
import type { Catalog, Plural } from '../../../renderer/i18n/catalog.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { findLanguage, spokenLanguages } from '../../../renderer/i18n/languages.ts';

const languages = spokenLanguages(locales);

function formsOf(text: string | Plural): string[] {
  return typeof text === 'string' ? [text] : Object.values(text);
}

function placeholders(text: string): string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).sort();
}

describe.each(languages)('the words in $name', ({ locale, load, begin }) => {
  it('have the keys of English, in its order', async () => {
    expect(Object.keys(await load())).toEqual(Object.keys(en));
  });

  it('name the same values in every form of every text', async () => {
    const english: Catalog = en;
    for (const [key, text] of Object.entries<string | Plural>(await load())) {
      const expected = placeholders(formsOf(english[key as keyof Catalog]).at(-1) ?? '');
      for (const form of formsOf(text)) {
        expect({ key, values: placeholders(form) }).toEqual({
          key,
          // "One digit is missing" needs no number in its singular.
          values: form.includes('{') ? expected : expected.filter((name) => name !== 'count'),
        });
      }
    }
  });

  it('have every plural form that the language has', async () => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const text of Object.values<string | Plural>(await load())) {
      if (typeof text !== 'string') {
        expect(Object.keys(text).sort()).toEqual([...needed].sort());
      }
    }
  });

  it('are never empty, have no space at an end, and no straight quotes', async () => {
    for (const form of Object.values<string | Plural>(await load()).flatMap(formsOf)) {
      expect(form).toMatch(/^\S.*\S$|^\S$/);
      expect(form).not.toMatch(/["']/);
    }
  });

  it('begin with the words that the start screen shows before they are here', async () => {
    expect(begin).toBe((await load())['begin.touch']);
  });
});

describe.each(['hi', 'mr'] as const)('%s', (locale) => {
  it('is written in Devanagari: Latin letters only in what is called so', async () => {
    const catalog = await findLanguage(locale)?.load();
    const latin = Object.values<string | Plural>(catalog ?? {})
      .flatMap(formsOf)
      .flatMap((form) => form.replace(/\{\w+\}/g, '').match(/[A-Za-z]+/g) ?? []);
    expect([...new Set(latin)].sort()).toEqual(['ABC', 'PIN', 'QR', 'SMS']);
  });
});

describe('the exact words of the screens', () => {
  it.each([
    ['begin.touch', 'Touch to begin'],
    ['consent.agree', 'I agree'],
    ['consent.decline', 'I do not agree'],
    ['consent.age', 'Are you 18 or older?'],
    ['reception.title', 'Please see the reception'],
    ['code.sent', 'We sent a code to {masked}'],
    ['code.resend', 'Send again'],
    ['code.change', 'Change number'],
    ['idle.title', 'Are you still there?'],
    ['idle.stay', 'I am still here'],
    ['common.help', 'Get help from a person'],
  ] as const)('%s', (key, words) => {
    expect(en[key]).toBe(words);
  });
});
