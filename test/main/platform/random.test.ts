/** Random bytes come in any number, and none of them twice. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildRandom } from '../../../main/platform/random.ts';

test('as many bytes as were asked for, which nothing later changes', () => {
  const random = buildRandom();
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 3_000 }), { minLength: 1, maxLength: 50 }), (counts) => {
      const given = counts.map((count) => random.bytes(count));
      const copies = given.map((bytes) => bytes.slice());
      random.bytes(1_024);
      expect(given.map((bytes) => bytes.length)).toEqual(counts);
      expect(given).toEqual(copies);
    }),
  );
});

test('sixteen bytes never come twice, from one port or from two', () => {
  const [one, other] = [buildRandom(), buildRandom()];
  const seen = Array.from({ length: 2_000 }, (_, index) => (index % 2 === 0 ? one : other).bytes(16));
  const texts = new Set(seen.map((bytes) => Buffer.from(bytes).toString('hex')));
  expect(texts.size).toBe(seen.length);
  expect(texts.has('00'.repeat(16))).toBe(false);
});
