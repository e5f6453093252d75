/** The check code is eight characters that nobody misreads. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCodeOf } from '../../../../main/core/entry-log/leaf.ts';

test('known values', () => {
  expect(checkCodeOf(new Uint8Array(32))).toBe('00000000');
  expect(checkCodeOf(new Uint8Array(32).fill(255))).toBe('ZZZZZZZZ');
  expect(checkCodeOf(Uint8Array.of(0, 0, 0, 0, 1))).toBe('00000001');
});

test('it tells apart any two leaves that differ in their first 40 bits, and only these', () => {
  const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(leaf, leaf, (one, other) => {
      const same = one.subarray(0, 5).join() === other.subarray(0, 5).join();
      expect(checkCodeOf(one) === checkCodeOf(other)).toBe(same);
      expect(checkCodeOf(one)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    }),
  );
});
