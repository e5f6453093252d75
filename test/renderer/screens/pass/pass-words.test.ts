import { describe, expect, it } from 'vitest';
import { locales } from '../../../../main/contract/public.ts';
import { formatUntil } from '../../../../renderer/screens/pass/pass-time.ts';
import { passWordsOf, reasonWord } from '../../../../renderer/screens/pass/pass-words.ts';

describe('the words of passes', () => {
  it.each(locales.filter((locale) => locale !== 'en'))(
    'name the same values in %s as in English, and differ',
    (locale) => {
      const [en, hi] = [passWordsOf('en'), passWordsOf(locale)].map((words) => Object.entries(words));
      expect(hi?.map(([key]) => key)).toEqual(en?.map(([key]) => key));
      for (const [index, [key, text]] of en?.entries() ?? []) {
        const other = hi?.[index]?.[1] ?? '';
        expect({ key, gaps: other.match(/\{\w+\}/g) }).toEqual({ key, gaps: text.match(/\{\w+\}/g) });
        expect(other).not.toBe(text);
      }
    },
  );
});

describe('reasonWord', () => {
  it('has words for what the core says, and for what it may say one day', () => {
    expect(reasonWord('revoked')).toBe('revoked');
    expect(reasonWord('too-many-requests')).toBe('too-many-requests');
    for (const strange of ['toString', 'title', '', 'a new reason']) {
      expect(reasonWord(strange)).toBe('other');
    }
  });
});

describe('formatUntil', () => {
  const now = Date.parse('2026-06-15T04:30:00.000Z');
  // The platform puts a narrow space before "PM".
  const plain = (text: string) => text.replace(/\s/gu, ' ');

  it('says the time alone where it is today at the site, and the day as well where it is not', () => {
    expect(plain(formatUntil('en', 'Asia/Kolkata', '2026-06-15T14:45:00.000Z', now))).toBe('8:15 PM');
    expect(plain(formatUntil('en', 'Asia/Kolkata', '2026-06-15T18:45:00.000Z', now))).toMatch(
      /^Tuesday, June 16.*12:15 AM$/,
    );
    expect(plain(formatUntil('en', 'UTC', '2026-06-15T18:45:00.000Z', now))).toBe('6:45 PM');
    expect(plain(formatUntil('hi', 'Asia/Kolkata', '2026-06-15T14:45:00.000Z', now))).toContain('8:15');
  });
});
