import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { type Locale, locales } from '../../../main/contract/public.ts';
import { loadPageWords } from '../../../renderer/embed/words.ts';
import { assamese } from '../../../renderer/i18n/as.ts';
import { bn } from '../../../renderer/i18n/bn.ts';
import type { Catalog, Plural } from '../../../renderer/i18n/catalog.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { findLanguage, spokenLanguages } from '../../../renderer/i18n/languages.ts';
import { passWordsOf } from '../../../renderer/screens/pass/pass-words.ts';
import { phoneWordsOf } from '../../../renderer/screens/phone/phone-words.ts';

const languages = spokenLanguages(locales);

/** The script of each language, as Unicode calls it. */
const scripts: Readonly<Record<Exclude<Locale, 'en'>, string>> = {
  as: 'Bengali',
  bn: 'Bengali',
  gu: 'Gujarati',
  hi: 'Devanagari',
  kn: 'Kannada',
  ml: 'Malayalam',
  mr: 'Devanagari',
  or: 'Oriya',
  pa: 'Gurmukhi',
  ta: 'Tamil',
  te: 'Telugu',
};

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

describe.each(Object.entries(scripts))('%s', (locale, script) => {
  const textOf = async () => {
    const catalog = await findLanguage(locale as Locale)?.load();
    const embed = await loadPageWords(locale as Locale);
    return [catalog ?? {}, embed.instead, embed.own, passWordsOf(locale as Locale), phoneWordsOf(locale as Locale)]
      .flatMap((words) => Object.values<string | Plural>(words))
      .flatMap(formsOf)
      .map((form) => form.replace(/\{\w+\}/g, ''));
  };

  it('is written in its script: Latin letters only in what is called so', async () => {
    const latin = (await textOf()).flatMap((form) => form.match(/[A-Za-z]+/g) ?? []);
    expect([...new Set(latin)].sort()).toEqual(['ABC', 'PIN', 'QR', 'SMS']);
  });

  it('has no letter of another script, no digit but the Latin ones, and is kept in NFC', async () => {
    for (const form of await textOf()) {
      expect(form).toBe(form.normalize('NFC'));
      expect(
        form.replace(new RegExp(`[\\p{Script=${script}}\\p{Script=Common}\\p{Script=Inherited}A-Za-z]`, 'gu'), ''),
      ).toBe('');
      expect(form.replace(/[0-9]/g, '')).not.toMatch(/\p{Nd}/u);
    }
  });

  it('says whether a native speaker has reviewed it', async () => {
    const catalog: object = await import(`../../../renderer/i18n/${locale}.ts`);
    expect(Reflect.get(catalog, 'isReviewed')).toBeTypeOf('boolean');
  });
});

test('the words of Assamese have its own letter for ra and none of Bengali', () => {
  expect(JSON.stringify(assamese)).not.toContain('\u09b0');
  expect(JSON.stringify(bn)).not.toMatch(/[\u09f0\u09f1]/u);
});

test('the README tells which languages no native speaker has reviewed', async () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const { locale, name } of languages) {
    const catalog: object = await import(`../../../renderer/i18n/${locale}.ts`);
    expect({ name, isTold: readme.includes(`${name} (not reviewed)`) }).toEqual({
      name,
      isTold: !Reflect.get(catalog, 'isReviewed'),
    });
  }
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
