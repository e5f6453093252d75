/**
 * Fills the texts of a catalogue, with plurals and numbers as the language has them.
 * Runs in the face.
 */
import type { Locale } from '../../main/contract/public.ts';
import type { Catalog, Plural, Say, WordKey } from './catalog.ts';
import { digitsOf } from './digits.ts';

/** A number in the groups of a language. */
export function formatNumber(locale: Locale, value: number): string {
  return new Intl.NumberFormat(locale, digitsOf(locale)).format(value);
}

/**
 * What is left, as a person counts it down: "2:05", always rounded up to a whole second.
 * @param milliseconds what is left; below zero is zero
 */
export function formatRemaining(locale: Locale, milliseconds: number): string {
  const seconds = secondsLeft(milliseconds);
  const two = new Intl.NumberFormat(locale, { ...digitsOf(locale), minimumIntegerDigits: 2 });
  return `${formatNumber(locale, Math.floor(seconds / 60))}:${two.format(seconds % 60)}`;
}

/** Whole seconds that are left, rounded up, never below zero. */
export function secondsLeft(milliseconds: number): number {
  return Math.max(0, Math.ceil(milliseconds / 1000));
}

function choose(text: string | Plural, locale: Locale, count: unknown): string {
  if (typeof text === 'string') {
    return text;
  }
  const form = new Intl.PluralRules(locale).select(Number(count));
  return text[form] ?? text.other;
}

/** Builds the one function that the screens speak with. */
export function buildSay(locale: Locale, catalog: Catalog): Say {
  return (key: WordKey, values: Readonly<Record<string, string | number>> = {}) =>
    choose(catalog[key], locale, values.count).replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === 'number' ? formatNumber(locale, value) : (value ?? whole);
    });
}
