/** What somebody probably meant to type. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClosestWord } from '../../../main/contract/public.ts';

describe('the closest word', () => {
  it.each([
    ['timeuots', ['timeouts', 'otp', 'jwks'], 'timeouts'],
    ['apikey', ['baseUrl', 'apiKey'], 'apiKey'],
    ['sandbx', ['run', 'sandbox'], 'sandbox'],
    ['rum', ['run', 'sandbox'], 'run'],
    ['nme', ['name', 'id'], 'name'],
    ['frobnicate', ['run', 'sandbox', 'config'], undefined],
    ['', ['run'], undefined],
    ['run', [], undefined],
  ])('to %j among %j is %j', (word, candidates, expected) => {
    expect(findClosestWord(word, candidates)).toBe(expected);
  });

  it('is the word itself where it stands among them', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,20}$/), { minLength: 1 });
    fc.assert(fc.property(words, (all) => all.every((word) => findClosestWord(word, all) === word)));
  });

  it('is found in spite of one slip in a longer word', () => {
    const slip = fc.tuple(fc.stringMatching(/^[a-z]{3,20}$/), fc.nat(), fc.constantFrom('', 'x', '-'));
    fc.assert(
      fc.property(slip, ([word, at, letter]) => {
        const index = at % word.length;
        const typed = word.slice(0, index) + letter + word.slice(index + 1);
        return findClosestWord(typed, [word]) === word;
      }),
    );
  });

  it('takes any length of text', () => {
    expect(findClosestWord('x'.repeat(1_000_000), ['run'])).toBeUndefined();
  });
});
