/** Which PINs are too easy: every form by its rule, and most PINs none of them. */
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { commonPins } from '../../../../main/core/operator/common-pins.ts';
import { judgePin } from '../../../../main/core/operator/pin-rules.ts';

const digit = fc.integer({ min: 0, max: 9 });
const twoDigits = (number: number) => String(number).padStart(2, '0');

it.each([
  ['111111', 'repeated'],
  ['121212', 'repeated'],
  ['123123', 'repeated'],
  ['110011', 'repeated'],
  ['1231231', 'repeated'],
  ['123456', 'a-run'],
  ['654321', 'a-run'],
  ['890123', 'a-run'],
  ['135791', 'a-run'],
  ['112233', 'a-run'],
  ['123456789012', 'a-run'],
  ['311299', 'a-date'],
  ['123199', 'a-date'],
  ['990228', 'a-date'],
  ['290200', 'a-date'],
  ['121990', 'a-date'],
  ['199012', 'a-date'],
  ['15081947', 'a-date'],
  ['08151947', 'a-date'],
  ['19470815', 'a-date'],
  ['147258', 'too-common'],
  ['314159', 'too-common'],
  ['147258369', 'too-common'],
  ['704218', undefined],
  ['482915', undefined],
  ['310299', undefined],
  ['99154730', undefined],
] as const)('%s is %s', (pin, fault) => {
  expect(judgePin(pin)).toBe(fault);
});

test('no block of digits over and over is a PIN', () => {
  const blocks = fc.array(digit, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(blocks, fc.integer({ min: 6, max: 12 }), (block, length) => {
      fc.pre(block.length * 2 <= length);
      const pin = Array.from({ length }, (_, index) => block[index % block.length]).join('');
      expect(judgePin(pin)).toBe('repeated');
    }),
  );
});

test('no digits at one distance are a PIN, in either direction and past nine', () => {
  fc.assert(
    fc.property(digit, digit, fc.integer({ min: 6, max: 12 }), (first, step, length) => {
      const pin = Array.from({ length }, (_, index) => (first + step * index) % 10).join('');
      expect(['a-run', 'repeated']).toContain(judgePin(pin));
    }),
  );
});

test('no day of the last and this century is a PIN, however it is written', () => {
  const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 5 }), (date, form) => {
      const [day, month] = [twoDigits(date.getUTCDate()), twoDigits(date.getUTCMonth() + 1)];
      const year = String(date.getUTCFullYear());
      const short = year.slice(2);
      const forms = [day + month + short, month + day + short, short + month + day];
      const long = [day + month + year, month + day + year, year + month + day];
      expect(judgePin([...forms, ...long][form] ?? '')).toBeDefined();
    }),
  );
});

test('seven of ten PINs of six digits are good, so that one can be found', () => {
  const pins = Array.from({ length: 20_000 }, (_, index) => String(index * 49 + 7).padStart(6, '0'));
  const good = pins.filter((pin) => judgePin(pin) === undefined).length;
  expect(good / pins.length).toBeGreaterThan(0.7);
});

test('a PIN is on the list of common ones where no other rule knows it', () => {
  for (const pin of commonPins) {
    expect(pin).toMatch(/^\d{6,12}$/);
    expect(judgePin(pin)).toBe('too-common');
  }
});
