/** Signed notes: the published example, and every way to break one. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64, fromHex, toBase64, toHex } from '../../../../main/contract/evidence/bytes.ts';
import type { Sha256 } from '../../../../main/contract/evidence/merkle.ts';
import {
  type CheckSignature,
  keyIdOf,
  openCheckpoint,
  readCheckpoint,
  readVerifierKey,
  signCheckpoint,
  toUtf8,
  writeVerifierKey,
} from '../../../../main/contract/evidence/note.ts';

const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part);
  }
  return Uint8Array.from(hash.digest());
};

const check: CheckSignature = (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, message, key, signature);
};

/** The example of the signed-note specification and of Go's golang.org/x/mod/sumdb/note. */
const peterNeumann = {
  key: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signature: 'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
};

test('the published key and signature are right', () => {
  const key = readVerifierKey(sha256, peterNeumann.key);
  expect(key?.name).toBe('PeterNeumann');
  const bytes = fromBase64(peterNeumann.signature) ?? new Uint8Array();
  expect(toHex(bytes.subarray(0, 4))).toBe('c74f20a3');
  expect(check(key?.publicKey ?? new Uint8Array(), toUtf8(peterNeumann.text), bytes.subarray(4))).toBe(true);
  expect(key && writeVerifierKey(key)).toBe(peterNeumann.key);
});

function makeSigner(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
  const key = { name, publicKey: raw, keyId: keyIdOf(sha256, name, raw) };
  return {
    key,
    sign: (message: Uint8Array) =>
      sign(null, message, createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }))),
  };
}

const signer = makeSigner('pravesh/hq/gate-1');
const checkpoint = { origin: 'pravesh/hq/gate-1', size: 1234, root: sha256(toUtf8('root')) };
const note = signCheckpoint(checkpoint, signer.key, signer.sign);

test('a note that was signed opens, and says what was signed', () => {
  expect(openCheckpoint(signer.key, check, note)).toEqual({ ok: true, checkpoint });
  expect(note.split('\n').slice(0, 2)).toEqual(['pravesh/hq/gate-1', '1234']);
});

test('signatures of others beside it do not matter', () => {
  const witness = makeSigner('witness.example');
  const other = signCheckpoint(checkpoint, witness.key, witness.sign).split('\n').at(-2);
  expect(openCheckpoint(signer.key, check, `${note}${other}\n`)).toEqual({ ok: true, checkpoint });
  expect(openCheckpoint(witness.key, check, note)).toEqual({ ok: false, why: 'other-key' });
});

test('a note with any changed character does not open as what was signed', () => {
  fc.assert(
    fc.property(
      fc.nat(note.length - 1),
      fc.constantFrom('0', '1', 'A', 'b', '+', ' ', '\n', '\u2014'),
      (at, character) => {
        const changed = note.slice(0, at) + character + note.slice(at + 1);
        const opened = openCheckpoint(signer.key, check, changed);
        expect(opened.ok).toBe(changed === note);
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever is read as a checkpoint or a key, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      readCheckpoint(text);
      readVerifierKey(sha256, text);
      expect(openCheckpoint(signer.key, check, text).ok).toBe(false);
    }),
  );
});

test('base64 and hex read back what they wrote, and nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (bytes, text) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      expect(fromHex(toHex(bytes))).toEqual(bytes);
      const read = fromBase64(text);
      expect(read === undefined || toBase64(read) === text).toBe(true);
    }),
  );
});

test('text becomes the bytes of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(Buffer.from(toUtf8(text))).toEqual(Buffer.from(text, 'utf8'));
    }),
  );
});
