/** SHA-256 for the evidence functions of the contract, by node:crypto. */
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import type { CheckSignature, Sha256 } from '../../contract/public.ts';

/**
 * SHA-256 over the parts, which are short: that is all that a tree needs. A digest as a text, and a buffer of that, take
 * half the time of a digest as a buffer.
 */
export const sha256: Sha256 = (...parts) => {
  const [first = new Uint8Array()] = parts;
  const bytes = parts.length > 1 ? Buffer.concat(parts) : first;
  return Buffer.from(hash('sha256', bytes, 'binary'), 'latin1');
};

/** SHA-256 into bytes that are there: a digest as a text costs a quarter of one as a new buffer. The two may overlap. */
export function hashInto(bytes: Uint8Array, target: Uint8Array, at: number): void {
  const digest = hash('sha256', bytes, 'binary');
  for (let index = 0; index < 32; index += 1) {
    target[at + index] = digest.charCodeAt(index);
  }
}

/** The key that was used last: a log has thousands of signatures by one. */
let newest: { readonly x: string; readonly key: KeyObject } | undefined;

function readPublicKey(publicKey: Uint8Array): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url');
  if (newest?.x !== x) {
    newest = { x, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
  }
  return newest.key;
}

/** Checks an Ed25519 signature (RFC 8032); a key that is none makes it false. */
export const checkSignature: CheckSignature = (publicKey, message, signature) => {
  try {
    return verify(null, message, readPublicKey(publicKey), signature);
  } catch {
    return false;
  }
};
