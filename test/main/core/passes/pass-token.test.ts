/** A pass is what its terminal has signed, and nothing else; it says nothing of a person. */
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPassKey, type PassKey, readPassVerifier } from '../../../../main/core/passes/pass-key.ts';
import { type PassClaims, readPass, writePass } from '../../../../main/core/passes/pass-token.ts';

const keyOf = (site: string, terminal: string, byte: number): PassKey =>
  openPassKey({ id: site, terminal }, { key: () => new Uint8Array(32).fill(byte) });
const key = keyOf('hq', 'gate-1', 1);
const claims: PassClaims = {
  iss: 'pravesh/hq',
  jti: '019b9f4e-0000-7000-8000-0123456789ab',
  seq: 41,
  terminal: 'gate-1',
  status: 2,
  purpose: 'employee',
  iat: 1_781_497_800,
  exp: 1_781_541_000,
  consent: '1-0123abcd',
};
const token = await writePass(key, claims);
const json = (part: string | undefined) => JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

/** Any header and payload under a key. */
function forge(header: object, payload: unknown, privateKey = key.privateKey): string {
  const text = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}

test('it is read back as it was written, the same each time, and fits on a code that a reader reads', async () => {
  expect(await readPass(token, [key])).toEqual(claims);
  expect(await writePass(key, claims)).toBe(token);
  expect(token.length).toBeLessThan(504);
});

test('header and payload hold what they should and nothing of a person', () => {
  const [header, payload] = token.split('.');
  expect(json(header)).toEqual({ alg: 'EdDSA', typ: 'pravesh-pass+jwt', kid: key.kid });
  expect(json(payload)).toEqual(claims);
});

test('every other character at every place makes it another token, also where it would decode to the same bytes', async () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n';
  const last = token.length - 1;
  const places = fc.oneof(fc.nat(last), fc.constantFrom(0, last, token.indexOf('.'), token.lastIndexOf('.') - 1));
  await fc.assert(
    fc.asyncProperty(places, fc.constantFrom(...alphabet), async (at, character) => {
      fc.pre(token[at] !== character);
      const changed = token.slice(0, at) + character + token.slice(at + 1);
      expect(typeof (await readPass(changed, [key]))).toBe('string');
    }),
    { numRuns: 600 },
  );
  for (const character of alphabet.replace(token[last] ?? '', '')) {
    expect(typeof (await readPass(token.slice(0, -1) + character, [key]))).toBe('string');
  }
});

test('whatever is typed is no pass, and nothing throws', async () => {
  const parts = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text).toString('base64url'));
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(parts, { minLength: 1, maxLength: 5 }).map((all) => all.join('.')),
    fc.jsonValue().map((value) => `${Buffer.from(JSON.stringify(value)).toString('base64url')}.e30.AAAA`),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(typeof (await readPass(text, [key]))).toBe('string');
    }),
  );
});

test('one way of signing, one type, one header: nothing else counts', async () => {
  const header = { alg: 'EdDSA', typ: 'pravesh-pass+jwt', kid: key.kid };
  expect(await readPass(forge(header, claims), [key])).toEqual(claims);
  for (const other of [
    { ...header, alg: 'none' },
    { ...header, alg: 'HS256' },
    { ...header, alg: 'Ed25519' },
    { ...header, typ: 'JWT' },
    { ...header, typ: 'application/pravesh-pass+jwt' },
    { ...header, crit: ['b64'], b64: false },
    { ...header, jwk: { kty: 'OKP' } },
    { alg: 'EdDSA', typ: 'pravesh-pass+jwt' },
  ]) {
    expect(await readPass(forge(other, claims), [key])).toBe('not-a-pass');
  }
  const unsigned = `${forge(header, claims).split('.').slice(0, 2).join('.')}.`;
  expect(await readPass(unsigned, [key])).not.toEqual(claims);
});

test('claims that are missing, more, or of another kind are no pass, though well signed', async () => {
  const header = { alg: 'EdDSA', typ: 'pravesh-pass+jwt', kid: key.kid };
  for (const name of Object.keys(claims)) {
    const { [name]: _gone, ...less } = { ...claims } as Record<string, unknown>;
    expect(await readPass(forge(header, less), [key])).toBe('not-a-pass');
  }
  for (const change of [{ name: 'Asha' }, { status: 3 }, { exp: '2' }, { seq: 0 }, { iat: 1.5 }, { purpose: 'A' }]) {
    expect(await readPass(forge(header, { ...claims, ...change }), [key])).toBe('not-a-pass');
  }
});

test('a key vouches for its own site and terminal alone', async () => {
  const other = keyOf('hq', 'gate-2', 2);
  expect(await readPass(token, [other])).toBe('not-ours');
  expect(await readPass(token, [other, key])).toEqual(claims);
  expect(await readPass(await writePass(other, claims), [other, key])).toBe('not-ours');
  expect(await readPass(await writePass(key, { ...claims, iss: 'pravesh/depot' }), [key])).toBe('not-ours');
  const { privateKey } = generateKeyPairSync('ed25519');
  expect(await readPass(await writePass({ ...key, privateKey }, claims), [key])).toBe('not-genuine');
});

test('a key is trusted by its text, and by no other text', () => {
  const { privateKey: _private, text, ...verifier } = key;
  expect(text).toMatch(/^hq\/gate-1\+[A-Za-z0-9_-]{43}$/);
  const read = readPassVerifier(text);
  expect({ ...read, publicKey: read?.publicKey.export({ format: 'jwk' }) }).toEqual({
    ...verifier,
    publicKey: verifier.publicKey.export({ format: 'jwk' }),
  });
  // Four bits of the last character belong to no byte: of sixteen that decode to the same key, one is right.
  const x = text.slice(-1);
  const texts = [
    '',
    text.slice(3),
    text.slice(0, -1),
    `${text}A`,
    text.replace('+', ' '),
    ` ${text}`,
    text.replace('/', ''),
  ];
  for (const wrong of texts.concat(`${text.slice(0, -1)}${x === 'B' ? 'C' : 'B'}`)) {
    expect(readPassVerifier(wrong), wrong).toBeUndefined();
  }
});
