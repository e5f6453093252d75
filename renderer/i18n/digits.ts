/**
 * Which digits times and counts are shown in. Unless the venue asks for those of the script they are the digits of the
 * keys, of SMS and of the staff's page, in every language: whoever compares two numbers sees the same.
 * Runs in the faces.
 */
import { signal } from '@preact/signals';
import type { Locale } from '../../main/contract/public.ts';

/** The numbering system (CLDR) of a language. */
export const numbering = signal<(locale: Locale) => string>(() => 'latn');

/** As `Intl` takes it; whoever shows a number follows when it changes. */
export function digitsOf(locale: Locale): { readonly numberingSystem: string } {
  return { numberingSystem: numbering.value(locale) };
}
