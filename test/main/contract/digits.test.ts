/** Numbers and codes as people type them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskMobileNumber, parseMobileNumber, parseOtp, toLatinDigits } from '../../../main/contract/public.ts';

const zeros = ['०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '0'];

test.each([
  ['9876543210', '9876543210'],
  ['+919876543210', '9876543210'],
  ['+91 98765 43210', '9876543210'],
  ['919876543210', '9876543210'],
  ['98765-43210', '9876543210'],
  ['९८७६५४३२१०', '9876543210'],
  ['9198765432', '9198765432'],
  ['', undefined],
  ['987654321', undefined],
  ['98765432100', undefined],
  ['+929876543210', undefined],
  ['98765a3210', undefined],
  ['+91+919876543210', undefined],
])('the number %s is %s', (text, number) => {
  expect(parseMobileNumber(text)).toBe(number);
});

test('ten digits in any script, with spaces and dashes anywhere, are the same number', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 });
  const gap = fc.constantFrom('', ' ', '-', '–', '\u00a0');
  fc.assert(
    fc.property(
      digits,
      fc.constantFrom(...zeros),
      gap,
      fc.constantFrom('', '+91', '+91 '),
      (number, zero, between, prefix) => {
        const start = zero.codePointAt(0) ?? 0;
        const typed = number.map((digit) => String.fromCodePoint(start + digit)).join(between);
        expect(parseMobileNumber(prefix + typed)).toBe(number.join(''));
        expect(toLatinDigits(typed).replace(/\D/g, '')).toBe(number.join(''));
      },
    ),
  );
});

test('whatever is typed, the answer is ten digits or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseMobileNumber(text) ?? '0000000000').toMatch(/^[0-9]{10}$/);
      expect(parseOtp(text) ?? '000000').toMatch(/^[0-9]{6}$/);
    }),
  );
});

test('a code in Latin or Devanagari digits, with spaces', () => {
  expect(parseOtp('123 456')).toBe('123456');
  expect(parseOtp('१२३४५६')).toBe('123456');
  expect(parseOtp('12345')).toBeUndefined();
  expect(parseOtp('1234567')).toBeUndefined();
});

test('a masked number shows its last four digits', () => {
  expect(maskMobileNumber('9876543210')).toBe('••••••3210');
});
