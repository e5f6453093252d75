/** The keys of parties: their form, what is kept of them, and that only the very text is the key. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKeyOf, makeApiKey, readApiKey } from '../../../../main/core/parties/party-key.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';

const { apiKey, keyHash } = makeApiKey(buildFakeRandom(), 'k3v9x2mq');

function fits(text: string): boolean {
  const key = readApiKey(text);
  return key !== undefined && isKeyOf(key, keyHash);
}

test('a key names its party and holds 256 random bits, of which the hash alone is kept', () => {
  expect(apiKey).toMatch(/^pvk_k3v9x2mq_[A-Za-z0-9_-]{43}$/);
  expect(readApiKey(apiKey)?.partyId).toBe('k3v9x2mq');
  expect(keyHash).toHaveLength(32);
  expect(fits(apiKey)).toBe(true);
});

test('no other text is the key, not even one of the same bytes', () => {
  const last = apiKey.at(-1) ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const other of alphabet) {
    expect(fits(apiKey.slice(0, -1) + other)).toBe(other === last);
  }
  for (const text of [`${apiKey} `, ` ${apiKey}`, `${apiKey}=`, apiKey.toUpperCase(), apiKey.slice(0, -1), '']) {
    expect(fits(text)).toBe(false);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fits(text)).toBe(text === apiKey);
    }),
  );
});
