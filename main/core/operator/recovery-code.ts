/**
 * The recovery code: 80 random bits on paper, as sixteen letters and digits of Crockford's base 32 in groups of four.
 * Nobody guesses it, and so it never locks out; it forgives whatever handwriting does to it. Pure.
 */
import { toLatinDigits } from '../../contract/public.ts';
import type { Random } from '../ports.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const symbols = 16;

/** Makes a code, as it is shown: `7K3M-9XQ2-...`. */
export function makeRecoveryCode(random: Random): string {
  // 256 is a multiple of 32, so that each symbol is as likely as another.
  const code = Array.from(random.bytes(symbols), (byte) => alphabet[byte % alphabet.length]).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * Reads a code as somebody typed it: capitals, spaces and dashes do not matter, O is 0, and I and L are 1.
 * @returns its sixteen symbols, or undefined when it cannot be a code
 */
export function readRecoveryCode(typed: string): string | undefined {
  const code = toLatinDigits(typed)
    .replace(/[\s\u00a0\-\u2010-\u2015_.]/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === symbols && Array.from(code).every((symbol) => alphabet.includes(symbol)) ? code : undefined;
}
