/** It is HMAC-SHA-256, whatever the key and the text. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildKeyedHash } from '../../../../main/core/entry-log/keyed-hash.ts';

test('it is what Node makes of any text, one after the other', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.array(text, { maxLength: 4 }), (key, texts) => {
      const keyed = buildKeyedHash(key);
      expect(texts.map(keyed)).toEqual(texts.map((one) => createHmac('sha256', key).update(one).digest('hex')));
    }),
  );
});

test('a published value: RFC 4231, test case 2', () => {
  const digest = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
  expect(buildKeyedHash(Buffer.from('Jefe'))('what do ya want for nothing?')).toBe(digest);
});

test('a key longer than a block is refused', () => {
  expect(() => buildKeyedHash(new Uint8Array(65))).toThrow(TypeError);
});
