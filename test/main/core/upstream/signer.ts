/** Somebody who signs status answers after the profile of kyc-vs.md. For tests only. */
import { CompactSign, exportJWK, generateKeyPair } from 'jose';

export interface Signer {
  /** The public key as it stands in a JWKS. */
  readonly jwk: Readonly<Record<string, unknown> & { kty: string }>;
  /** A compact JWS over this payload; beside the algorithm its header names the key, unless other fields are given. */
  sign(payload: unknown, header?: { readonly kid?: string }): Promise<string>;
}

/** Makes a fresh key of this algorithm. */
export async function buildSigner(kid: string, alg = 'EdDSA'): Promise<Signer> {
  const keys = await generateKeyPair(alg, { extractable: true });
  const { kty = '', ...members } = await exportJWK(keys.publicKey);
  return {
    jwk: { kty, ...members, kid, alg, use: 'sig' },
    sign: (payload, header = { kid }) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg, ...header })
        .sign(keys.privateKey),
  };
}

/** A JWKS of these signers, as JSON text. */
export function jwksOf(...signers: readonly Signer[]): string {
  return JSON.stringify({ keys: signers.map(({ jwk }) => jwk) });
}
