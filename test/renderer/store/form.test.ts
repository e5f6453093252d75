import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFullName, parseMobileNumber } from '../../../main/contract/public.ts';
import { beginsOddly, mobileDigits, mobileProblem, nameProblem, problemToSay } from '../../../renderer/store/form.ts';

describe('nameProblem', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['Asha@home', 'characters'],
    ['123', 'letters'],
    ['12.3', 'letters'],
    ['Asha'.repeat(30), 'long'],
    ['Asha Kumari', undefined],
    ['आशा कुमारी', undefined],
    ['O’Neil-Rao, A. B.', undefined],
    ['क्ष्‍', undefined],
  ])('says of %j: %s', (text, expected) => {
    expect(nameProblem(text, 100)).toBe(expected);
  });

  it('finds nothing wrong exactly where the core finds a name', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        expect(nameProblem(text, 100) === undefined).toBe(text.length <= 100 && parseFullName(text) !== undefined);
      }),
    );
  });
});

describe('mobileProblem', () => {
  it.each([
    ['', 'empty'],
    ['98765', 'short'],
    ['+91 98765', 'short'],
    ['98765432101', 'long'],
    ['98765x', 'characters'],
    ['98765 43210', undefined],
    ['+91-98765-43210', undefined],
    ['९८७६५४३२१०', undefined],
  ])('says of %j: %s', (text, expected) => {
    expect(mobileProblem(text)).toBe(expected);
  });

  it('finds nothing wrong exactly where the core finds a number', () => {
    const numberLike = fc.string({ unit: fc.constantFrom(...'0123456789+- १२x') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), numberLike), (text) => {
        expect(mobileProblem(text) === undefined).toBe(parseMobileNumber(text) !== undefined);
      }),
    );
  });

  it('counts the digits without the code of the country', () => {
    expect(mobileDigits('+91 98765')).toBe('98765');
    expect(mobileDigits('+919876543210')).toBe('9876543210');
    expect(mobileDigits('९८७')).toBe('987');
  });
});

describe('beginsOddly', () => {
  it('is a hint that comes with the third digit', () => {
    expect(beginsOddly('12')).toBe(false);
    expect(beginsOddly('123')).toBe(true);
    expect(beginsOddly('+91 123')).toBe(true);
    expect(beginsOddly('612')).toBe(false);
  });
});

describe('problemToSay', () => {
  it('says at once only what more typing cannot mend', () => {
    expect(problemToSay('short', false)).toBeUndefined();
    expect(problemToSay('characters', false)).toBe('characters');
    expect(problemToSay('long', false)).toBe('long');
    expect(problemToSay('short', true)).toBe('short');
    expect(problemToSay(undefined, true)).toBeUndefined();
  });
});
