/** Capital letters by themselves, and by the shift key. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWord } from '../../../../renderer/components/keyboard/latin.ts';
import { typeKeys } from './type-keys.ts';

function typeLatin(keys: string): string {
  return typeKeys('latin', keys.split(' '));
}

describe('a Latin name', () => {
  it.each([
    ['a s h a {space} k u m a r i', 'Asha Kumari'],
    ["d ' s o u z a", "D'Souza"],
    ['a n n a - m a r i a', 'Anna-Maria'],
    ['a . p . j . {space} k a l a m', 'A.P.J. Kalam'],
    ['{shift} a l', 'al'],
    ['m {shift} c {shift} d o', 'MCDo'],
    ['{shift} {shift} a b', 'Ab'],
  ])('typed %s is %s', (keys, name) => {
    expect(typeLatin(keys)).toBe(name);
  });

  it('has a capital where a word begins and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', '{space}', '-', "'", '.')), (keys) => {
        for (const [before, letter] of pairs(typeKeys('latin', keys))) {
          if (/\p{L}/u.test(letter)) {
            expect(letter === letter.toUpperCase()).toBe(beginsWord(before));
          }
        }
      }),
    );
  });
});

/** Each letter of a text with all that stands before it. */
function pairs(text: string): [string, string][] {
  return Array.from(text, (letter, index) => [text.slice(0, index), letter]);
}

describe('the beginning of a word', () => {
  it.each(['', 'Asha ', 'A.', 'Anna-', "D'", 'D’', 'Asha\u00a0', '('])('is after %j', (before) => {
    expect(beginsWord(before)).toBe(true);
  });

  it.each(['A', 'Ash', 'é', 'आ', '7'])('is not after %j', (before) => {
    expect(beginsWord(before)).toBe(false);
  });
});
