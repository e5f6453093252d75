/**
 * A pass as a compact JWS (RFC 7515) with the claims of a JWT (RFC 7519): what was decided, where and until when.
 * It holds no name, no number and no reference to a person: whoever carries it is let in (docs/decisions/0011).
 * Part of the core.
 */
import { CompactSign, compactVerify, decodeProtectedHeader, errors } from 'jose';
import * as z from 'zod/mini';
import { Purpose, VaccinationStatus } from '../../contract/public.ts';
import { isCanonical, type PassKey, type PassVerifier } from './pass-key.ts';

const typ = 'pravesh-pass+jwt';
const algorithm = 'EdDSA';

/** A pass takes some 450 characters. */
const longest = 2_000;

const Header = z.strictObject({ alg: z.literal(algorithm), typ: z.literal(typ), kid: z.string() });

/** Seconds since 1970. */
const Seconds = z.int().check(z.nonnegative(), z.maximum(253_402_300_799));

const Claims = z.strictObject({
  /** `pravesh/<site>`. */
  iss: z.string(),
  /** The identifier of the entry that it was given out for. */
  jti: z.uuid(),
  /** The number of that entry, on that terminal. */
  seq: z.int().check(z.positive()),
  terminal: z.string(),
  status: VaccinationStatus,
  purpose: Purpose,
  /** When the person was verified. */
  iat: Seconds,
  exp: Seconds,
  /** The version of the notice that the person agreed to. */
  consent: z.string(),
});
export type PassClaims = z.infer<typeof Claims>;

/** Why a token is no pass of this site. */
export type TokenFlaw = 'not-a-pass' | 'not-ours' | 'not-genuine';

/** Who issued a pass. */
export function issuerOf(site: string): string {
  return `pravesh/${site}`;
}

/** Writes a pass. The same claims make the same token: Ed25519 signs without chance. */
export function writePass(key: PassKey, claims: PassClaims): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithm, typ, kid: key.kid })
    .sign(key.privateKey);
}

/**
 * Reads a pass that one of these keys has signed. Whether it still holds is not looked at.
 * Any change of a token makes it another: also one that would decode to the same bytes.
 */
export async function readPass(token: string, keys: readonly PassVerifier[]): Promise<PassClaims | TokenFlaw> {
  const key = findKey(token, keys);
  if (typeof key === 'string') {
    return key;
  }
  try {
    const { payload } = await compactVerify(token, key.publicKey, { algorithms: [algorithm] });
    const claims = Claims.safeParse(JSON.parse(Buffer.from(payload).toString()));
    if (!claims.success) {
      return 'not-a-pass';
    }
    const { iss, terminal } = claims.data;
    return iss === issuerOf(key.site) && terminal === key.terminal ? claims.data : 'not-ours';
  } catch (error) {
    return error instanceof errors.JWSSignatureVerificationFailed ? 'not-genuine' : 'not-a-pass';
  }
}

/** The key that the token names, if it has the form of a pass at all. */
function findKey(token: string, keys: readonly PassVerifier[]): PassVerifier | TokenFlaw {
  const parts = token.split('.');
  if (token.length > longest || parts.length !== 3 || !parts.every(isCanonical)) {
    return 'not-a-pass';
  }
  try {
    const header = Header.safeParse(decodeProtectedHeader(token));
    return header.success ? (keys.find(({ kid }) => kid === header.data.kid) ?? 'not-ours') : 'not-a-pass';
  } catch {
    return 'not-a-pass';
  }
}
