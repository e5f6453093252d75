/** In which language the embedded page begins. */
import { expect, test } from 'vitest';
import { chooseLocale, wantedLocales } from '../../../renderer/embed/locale.ts';

test('the address is asked first, then the kiosk that invited, then the browser', () => {
  expect(wantedLocales('hi', 'en', ['ta-IN', 'fr', 'en-GB'])).toEqual(['hi', 'en', 'ta', 'en']);
  expect(wantedLocales(undefined, undefined, [])).toEqual([]);
});

test('the first that is wanted, spoken and offered', () => {
  expect(chooseLocale(['ta', 'hi', 'en'], ['en', 'hi'])).toBe('hi');
  expect(chooseLocale(['ta'], ['hi', 'en'])).toBe('hi');
  expect(chooseLocale(['hi'], ['en'])).toBe('en');
  expect(chooseLocale([], ['hi', 'en'])).toBe('hi');
});

test('before the venue is known, what is wanted, else English', () => {
  expect(chooseLocale(['ta', 'hi'])).toBe('ta');
  expect(chooseLocale([])).toBe('en');
});
