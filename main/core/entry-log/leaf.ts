/**
 * The leaf of a row: its evidence in canonical bytes, hashed as RFC 9162 section 2.1.1 says, and the check code that
 * people read to each other.
 */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EntryEvidence } from './entry.ts';

/** The RFC 8785 canonical JSON of the evidence: the very bytes that are hashed and exported. */
export function canonicalEvidence(evidence: EntryEvidence): string {
  const text = canonicalize(evidence);
  if (text === undefined) {
    throw new TypeError('an entry has no canonical form');
  }
  return text;
}

/** SHA-256(0x00 || canonical evidence), 32 bytes. */
export function leafHash(evidence: EntryEvidence): Uint8Array {
  return hash('sha256', `\0${canonicalEvidence(evidence)}`, 'buffer');
}

/** Crockford's base 32: no I, L, O and U, so that nothing is misread aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 40 bits of the leaf hash as eight characters: whoever holds the row can make it again, nobody can choose it. */
export function checkCodeOf(leaf: Uint8Array): string {
  // 40 bits fit into a number exactly; its operators on bits would take 32 of them.
  let left = leaf.subarray(0, 5).reduce((value, byte) => value * 256 + byte, 0);
  let code = '';
  for (let digit = 0; digit < 8; digit += 1) {
    code = `${alphabet[left % 32]}${code}`;
    left = Math.floor(left / 32);
  }
  return code;
}
