/**
 * Signs the answer of call 3 as the profile of kyc-vs.md says: `jws`, a compact JWS over status, transaction and time.
 * Runs in Node, wherever the sandbox runs.
 */
import { randomUUID } from 'node:crypto';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose';

/** What the signature covers; `iat` in seconds since 1970. */
interface Claims {
  readonly vaccination_status: unknown;
  readonly txnId: string;
  readonly iat: number;
}

/** How a signature can be bad: each changes what is signed or what signs. */
const badSeals = {
  'other-key': (claims: Claims) => claims,
  'other-txn': (claims: Claims) => ({ ...claims, txnId: randomUUID() }),
  'other-status': (claims: Claims) => ({ ...claims, vaccination_status: claims.vaccination_status === 2 ? 1 : 2 }),
  'old-iat': (claims: Claims) => ({ ...claims, iat: claims.iat - 600 }),
} as const;

export type BadSeal = keyof typeof badSeals;

export interface StatusSigner {
  /** The public keys, for `/.well-known/jwks.json`. */
  readonly jwks: JSONWebKeySet;
  /** A compact JWS (EdDSA), as it must be or bad in one way. */
  sign(status: unknown, txnId: string, bad?: BadSeal): Promise<string>;
}

/** Builds the signer with an Ed25519 key of its own; `now` in milliseconds since 1970. */
export async function buildStatusSigner(now: () => number): Promise<StatusSigner> {
  const [own, other] = await Promise.all([generateKeyPair('EdDSA'), generateKeyPair('EdDSA')]);
  const jwk = await exportJWK(own.publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  const encoder = new TextEncoder();
  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'EdDSA', use: 'sig' }] },
    sign(status, txnId, bad) {
      const claims = { vaccination_status: status, txnId, iat: Math.floor(now() / 1000) };
      const signed = bad === undefined ? claims : badSeals[bad](claims);
      return new CompactSign(encoder.encode(JSON.stringify(signed)))
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .sign(bad === 'other-key' ? other.privateKey : own.privateKey);
    },
  };
}
