/**
 * The words of the operator face: each page has its own table, in English and in Hindi, with the same keys.
 * Runs in the operator face. `{name}` is filled in; a plural is chosen by the number given as `count`.
 */
import { useMemo } from 'preact/hooks';
import type { Plural } from '../i18n/catalog.ts';
import { useDeskLocale } from './locale.ts';

/** The languages that the desk speaks. */
export const deskLocales = ['en', 'hi'] as const;
export type DeskLocale = (typeof deskLocales)[number];

/** How numbers and dates are written: as India writes them. */
export const formatLocales = { en: 'en-IN', hi: 'hi-IN' } as const satisfies Record<DeskLocale, string>;

type Texts<K extends string> = Readonly<Record<K, string | Plural>>;

/** One table of words. */
export interface Words<K extends string> {
  readonly en: Texts<K>;
  readonly hi: Texts<K>;
}

/** What fills the gaps of a text. */
export type Values = Readonly<Record<string, string | number>>;

/** Says one text of a table in the language of the moment. */
export type Say<K extends string> = (key: K, values?: Values) => string;

/** Lays down a table; a key that one language lacks does not compile. */
export function defineWords<K extends string>(english: Texts<K>, hindi: Texts<NoInfer<K>>): Words<K> {
  return { en: english, hi: hindi };
}

/** Builds what says the texts of a table in one language. */
export function buildDeskSay<K extends string>(words: Words<K>, locale: DeskLocale): Say<K> {
  const numbers = new Intl.NumberFormat(formatLocales[locale]);
  const plurals = new Intl.PluralRules(formatLocales[locale]);
  return (key, values = {}) => {
    const text = words[locale][key];
    const chosen = typeof text === 'string' ? text : (text[plurals.select(Number(values.count))] ?? text.other);
    return chosen.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : (value ?? whole);
    });
  };
}

/** The words of a table in the language of the moment; the component follows when it changes. */
export function useWords<K extends string>(words: Words<K>): Say<K> {
  const locale = useDeskLocale();
  return useMemo(() => buildDeskSay(words, locale), [words, locale]);
}
