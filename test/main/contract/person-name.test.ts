/** Names as people type them, and as the log keeps them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestName, maskFullName, parseFullName } from '../../../main/contract/public.ts';

test.each([
  ['Asha Kumari', 'Asha Kumari'],
  ['  Asha \t Kumari ', 'Asha Kumari'],
  ['आशा कुमारी', 'आशा कुमारी'],
  ['क्‍षमा', 'क्‍षमा'],
  ["D'Souza, M. (Jr.)", "D'Souza, M. (Jr.)"],
  ['Jose\u0301', 'José'],
  ['', undefined],
  ['   ', undefined],
  ['1234', undefined],
  ['<b>Asha</b>', undefined],
  ['Asha\u0000', undefined],
  ['Asha\u202eKumari', undefined],
  ['a'.repeat(longestName), 'a'.repeat(longestName)],
  ['a'.repeat(longestName + 1), undefined],
])('the name %j is %j', (text, name) => {
  expect(parseFullName(text)).toBe(name);
});

test('a name that was taken is taken again as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const name = parseFullName(text);
      if (name !== undefined) {
        expect(parseFullName(name)).toBe(name);
        expect(name).toBe(name.normalize('NFC'));
      }
    }),
  );
});

test('a masked name shows first letters with their vowel signs', () => {
  expect(maskFullName('Asha Kumari')).toBe('A••• K•••••');
  expect(maskFullName('आशा कुमारी')).toBe('आ• कु••');
  expect(maskFullName('R K')).toBe('R K');
});
