/**
 * What is wrong with what was typed, as a word; the catalogues say it. Pure.
 * Runs in the face. The core reads the same texts with the same functions and has the last word.
 */
import { parseFullName, parseMobileNumber, toLatinDigits } from '../../main/contract/public.ts';
import type { Draft, Field } from './screen.ts';

export type NameProblem = 'empty' | 'characters' | 'letters' | 'long';
export type MobileProblem = 'empty' | 'characters' | 'short' | 'long';

/** The most that a field takes in, in UTF-16 units: more than is right, so that "too long" can be said. */
export const longestTyped: Readonly<Record<Field, number>> = { fullName: 200, mobileNumber: 24 };

/**
 * Says what is wrong with a name.
 * @param longest in UTF-16 units, from the terminal's limits
 */
export function nameProblem(text: string, longest: number): NameProblem | undefined {
  if (text.trim() === '') {
    return 'empty';
  }
  if (text.length <= longest && parseFullName(text) !== undefined) {
    return undefined;
  }
  if (text.normalize('NFC').trim().length > longest) {
    return 'long';
  }
  return /\p{L}/u.test(text) ? 'characters' : 'letters';
}

/** The digits of a number so far, without the country's code. */
export function mobileDigits(text: string): string {
  const digits = toLatinDigits(text).replace(/[^0-9+]/g, '');
  const whole = parseMobileNumber(text);
  return whole ?? digits.replace(/^\+91/, '').replace(/\+/g, '');
}

/** Says what is wrong with a mobile number. */
export function mobileProblem(text: string): MobileProblem | undefined {
  if (text.trim() === '') {
    return 'empty';
  }
  if (parseMobileNumber(text) !== undefined) {
    return undefined;
  }
  if (/[^0-9+\s\u00a0\-\u2010-\u2015]/u.test(toLatinDigits(text))) {
    return 'characters';
  }
  return mobileDigits(text).length < 10 ? 'short' : 'long';
}

/** Whether a number begins as no Indian mobile number does; said after a few digits, and only as a hint. */
export function beginsOddly(text: string): boolean {
  const digits = mobileDigits(text);
  return digits.length >= 3 && /^[0-5]/.test(digits);
}

/** Problems that more typing cannot mend: said while the field is still being typed into. */
const saidAtOnce: readonly string[] = ['characters', 'long'];

/** What to say beside a field now: everything once it was left, before that only what more typing cannot mend. */
export function problemToSay<P extends string>(problem: P | undefined, left: boolean): P | undefined {
  return problem !== undefined && (left || saidAtOnce.includes(problem)) ? problem : undefined;
}

/** The fields that cannot be sent as they are, in their order on the screen. */
export function badFields(draft: Draft, longest: number): readonly Field[] {
  return [
    ...(nameProblem(draft.fullName, longest) === undefined ? [] : ['fullName' as const]),
    ...(mobileProblem(draft.mobileNumber) === undefined ? [] : ['mobileNumber' as const]),
  ];
}
