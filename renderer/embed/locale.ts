/**
 * In which language the page begins.
 * Runs in the embedded page. Pure.
 */
import type { Locale } from '../../main/contract/public.ts';
import { findLanguage, spokenLanguages } from '../i18n/languages.ts';
import { findLocale } from './address.ts';

/** The languages that somebody has asked for, the first first: the address, the kiosk that invited, the browser. */
export function wantedLocales(
  address: Locale | undefined,
  kiosk: Locale | undefined,
  browser: readonly string[],
): readonly Locale[] {
  return [address, kiosk, ...browser.map(findLocale)].filter((locale) => locale !== undefined);
}

/** The first of them that the face speaks and the venue offers; the venue's first where none is. */
export function chooseLocale(wanted: readonly Locale[], offered?: readonly Locale[]): Locale {
  const spoken = spokenLanguages(offered ?? wanted).map(({ locale }) => locale);
  return wanted.find((locale) => findLanguage(locale) !== undefined && spoken.includes(locale)) ?? spoken[0] ?? 'en';
}
