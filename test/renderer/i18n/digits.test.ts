/** Times and counts in the digits of the keys, or in those of the script where the venue asks for them. */
import { afterEach, describe, expect, it } from 'vitest';
import { locales } from '../../../main/contract/public.ts';
import { numbering } from '../../../renderer/i18n/digits.ts';
import { formatNumber, formatRemaining } from '../../../renderer/i18n/say.ts';
import { scriptDigits } from '../../../renderer/i18n/script-digits.ts';

const usual = numbering.peek();
afterEach(() => {
  numbering.value = usual;
});

/** Ten digits of each script in a row, as Unicode has them. */
const zeros: Partial<Record<(typeof locales)[number], string>> = {
  hi: '०',
  mr: '०',
  ml: '൦',
  pa: '੦',
  te: '౦',
  gu: '૦',
  as: '০',
  bn: '০',
  kn: '೦',
  or: '୦',
  ta: '௦',
};

describe.each(locales)('in %s', (locale) => {
  it('a number has the digits of the keys', () => {
    expect(formatNumber(locale, 907)).toBe('907');
    expect(formatRemaining(locale, 125_000)).toBe('2:05');
  });

  it('or those of the script', () => {
    numbering.value = scriptDigits;
    const zero = (zeros[locale] ?? '0').codePointAt(0) ?? 0;
    const digit = (value: number) => String.fromCodePoint(zero + value);
    expect(formatNumber(locale, 907)).toBe(`${digit(9)}${digit(0)}${digit(7)}`);
    expect(formatRemaining(locale, 125_000)).toBe(`${digit(2)}:${digit(0)}${digit(5)}`);
  });
});
