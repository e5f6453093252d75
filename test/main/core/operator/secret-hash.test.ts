/** scrypt of PINs: what is kept, what is compared, and what happens on a machine that cannot. */
import { scrypt } from 'node:crypto';
import { expect, test } from 'vitest';
import { buildSecretHash, cost } from '../../../../main/core/operator/secret-hash.ts';
import { buildRandom } from '../../../../main/platform/random.ts';

const random = buildRandom();

test('a secret is right against its own hash, and another is not', async () => {
  const hash = buildSecretHash(random);
  const [one, two] = await Promise.all([hash.make('704218'), hash.make('704218')]);
  expect(one.salt).toHaveLength(16);
  expect(one.hash).toHaveLength(32);
  expect(one.cost).toBe(cost);
  expect(Buffer.from(one.hash).equals(two.hash)).toBe(false);
  expect(await hash.check('704218', one)).toBe(true);
  expect(await hash.check('704219', one)).toBe(false);
  expect(await hash.check('704218', { ...one, salt: two.salt })).toBe(false);
});

test('with nothing to compare the same work is done, and this thread goes on meanwhile', async () => {
  const works: unknown[] = [];
  const hash = buildSecretHash(random, (secret, salt, length, options, done) => {
    works.push([length, options]);
    scrypt(secret, salt, length, options, done);
  });
  await hash.check('704218', await hash.make('704218'));
  let isDone = false;
  const judged = hash.check('704218', undefined).finally(() => {
    isDone = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isDone).toBe(false);
  expect(await judged).toBe(false);
  expect(works).toEqual([works[0], works[0], works[0]]);
});

test('it knows of itself that it works', async () => {
  const hash = buildSecretHash(random);
  expect(await hash.selfTest()).toBe(true);
  expect(hash.sound()).toBe(true);
});

test('many at once are worked on one by one, and more are told to wait', async () => {
  const hash = buildSecretHash(random);
  const works = Array.from({ length: 8 }, () => hash.check('704218', undefined));
  expect(hash.busy()).toBe(true);
  await Promise.all(works);
  expect(hash.busy()).toBe(false);
});

test('a cost that nobody knows is refused, and what follows is still judged', async () => {
  const hash = buildSecretHash(random);
  const made = await hash.make('704218');
  await expect(hash.check('704218', { ...made, cost: 'argon2 1 1 1' })).rejects.toThrow(TypeError);
  expect(hash.sound()).toBe(false);
  expect(await hash.check('704218', made)).toBe(true);
});

test('a library without scrypt is found out, and nobody is let in', async () => {
  const hash = buildSecretHash(random, () => {
    throw new Error('not built with scrypt');
  });
  expect(await hash.selfTest()).toBe(false);
  expect(hash.sound()).toBe(false);
  await expect(hash.check('704218', await buildSecretHash(random).make('704218'))).rejects.toThrow('scrypt');
});
