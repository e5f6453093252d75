/** SHA-256 for the evidence functions of the contract, by node:crypto. */
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import type { CheckSignature, Sha256 } from '../../contract/public.ts';

/** SHA-256 over the parts. One part and short ones go in one call: that is most of what a tree needs. */
export const sha256: Sha256 = (...parts) => {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    return hash('sha256', only, 'buffer');
  }
  const running = createHash('sha256');
  for (const part of parts) {
    running.update(part);
  }
  return running.digest();
};

/** Checks an Ed25519 signature (RFC 8032); a key that is none makes it false. */
export const checkSignature: CheckSignature = (publicKey, message, signature) => {
  try {
    const x = Buffer.from(publicKey).toString('base64url');
    return verify(null, message, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }), signature);
  } catch {
    return false;
  }
};
