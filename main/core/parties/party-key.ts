/**
 * The keys of parties: `pvk_<party>_<256 random bits in base64url>`. Only the SHA-256 of the random part is kept; with
 * as many bits neither salt nor a slow hash would add anything. Part of the core.
 */
import { hash, timingSafeEqual } from 'node:crypto';
import type { Random } from '../ports.ts';

/** A key as it was shown. */
export interface ShownKey {
  readonly partyId: string;
  readonly secret: string;
}

const form = /^pvk_([a-z0-9]{8})_([A-Za-z0-9_-]{43})$/;

/** Makes the key of a party, and what is kept of it. */
export function makeApiKey(random: Random, partyId: string): { readonly apiKey: string; readonly keyHash: Buffer } {
  const secret = Buffer.from(random.bytes(32)).toString('base64url');
  return { apiKey: `pvk_${partyId}_${secret}`, keyHash: hashOf(secret) };
}

/** Reads a key; undefined for all else. */
export function readApiKey(text: string): ShownKey | undefined {
  const [, partyId, secret] = form.exec(text) ?? [];
  return partyId === undefined || secret === undefined ? undefined : { partyId, secret };
}

/** Whether this is the key that the hash was kept of; compared in constant time. */
export function isKeyOf({ secret }: ShownKey, keyHash: Uint8Array): boolean {
  return timingSafeEqual(hashOf(secret), keyHash);
}

/** Of the text and not of its bytes: the last character has spare bits, and no second text shall be the same key. */
function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}
