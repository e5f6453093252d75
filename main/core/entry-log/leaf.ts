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

/**
 * Reads a check code as somebody types it: in either case, with spaces or dashes, and with the letters that the
 * alphabet leaves out taken for the digits that they are mistaken for.
 * @returns its 40 bits, or undefined when the text is no check code
 */
export function readCheckCode(text: string): number | undefined {
  const code = text
    .toUpperCase()
    .replace(/[\s\u00a0\-\u2010-\u2015]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const digits = Array.from(code, (character) => alphabet.indexOf(character));
  return digits.length === 8 && !digits.includes(-1)
    ? digits.reduce((value, digit) => value * 32 + digit, 0)
    : undefined;
}
