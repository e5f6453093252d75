import { describe, expect, it } from 'vitest';
import { locales } from '../../../main/contract/public.ts';
import { en } from '../../../renderer/i18n/en.ts';
import { hi } from '../../../renderer/i18n/hi.ts';
import { buildSay, formatNumber, formatRemaining, secondsLeft } from '../../../renderer/i18n/say.ts';

const say = buildSay('en', en);
const bolo = buildSay('hi', hi);

describe('say', () => {
  it('fills the values in', () => {
    expect(say('code.sent', { masked: '••••••3210' })).toBe('We sent a code to ••••••3210');
  });

  it('chooses the form of the number', () => {
    expect(say('code.wrong', { count: 1 })).toBe('This code is not right. You have 1 try left.');
    expect(say('code.wrong', { count: 2 })).toBe('This code is not right. You have 2 tries left.');
    expect(bolo('code.wrong', { count: 2 })).toBe('यह कोड सही नहीं है। 2 कोशिशें बाकी हैं।');
  });

  it('leaves a value alone that looks like a text to fill', () => {
    expect(say('code.sent', { masked: '{masked}' })).toBe('We sent a code to {masked}');
  });
});

describe('formatRemaining', () => {
  it.each([
    [0, '0:00'],
    [-5, '0:00'],
    [1, '0:01'],
    [59_001, '1:00'],
    [125_000, '2:05'],
    [180_000, '3:00'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(formatRemaining('en', milliseconds)).toBe(text);
  });

  it('never shows more than is left in whole seconds, rounded up', () => {
    expect(secondsLeft(1)).toBe(1);
    expect(secondsLeft(1_000)).toBe(1);
    expect(secondsLeft(1_001)).toBe(2);
  });
});

describe('digits', () => {
  it('are the same in every language', () => {
    for (const locale of locales) {
      expect(formatNumber(locale, 1234)).toMatch(/^[0-9.,]+$/);
      expect(formatRemaining(locale, 125_000)).toBe('2:05');
    }
  });
});
