/**
 * The digits of each script, for a venue that asks for them (`kiosk.digits: script`). What is typed, sent by SMS or
 * compared with what staff see stays in the digits of the keys.
 * Runs in the face; fetched where it is asked for.
 */
import type { Locale } from '../../main/contract/public.ts';

const systems: Readonly<Record<Locale, string>> = {
  en: 'latn',
  hi: 'deva',
  mr: 'deva',
  ml: 'mlym',
  pa: 'guru',
  te: 'telu',
  gu: 'gujr',
  as: 'beng',
  bn: 'beng',
  kn: 'knda',
  or: 'orya',
  ta: 'tamldec',
};

/** The numbering system (CLDR) of the script that a language is written in. */
export function scriptDigits(locale: Locale): string {
  return systems[locale];
}
