/**
 * The leaf of a row: its evidence in canonical bytes, hashed as RFC 9162 section 2.1.1 says, and the check code that
 * people read to each other.
 */
import { hash } from 'node:crypto';
import { canonicalInOrder } from './canonical.ts';
import type { EntryEvidence } from './entry.ts';

/** The RFC 8785 canonical JSON of the evidence: the very bytes that are hashed and exported. */
export function canonicalEvidence(evidence: EntryEvidence): string {
  // In the order of their names. A row from before one of them is without it.
  return canonicalInOrder({
    at: evidence.at,
    channel: evidence.channel,
    clock: evidence.clock,
    consent_hash: evidence.consent_hash,
    consent_locale: evidence.consent_locale,
    consent_version: evidence.consent_version,
    id: evidence.id,
    operator: evidence.operator,
    outcome: evidence.outcome,
    policy: evidence.policy,
    purpose: evidence.purpose,
    reason: evidence.reason,
    seq: evidence.seq,
    site: evidence.site,
    status: evidence.status,
    subject_commitment: evidence.subject_commitment,
    terminal: evidence.terminal,
    upstream_ref: evidence.upstream_ref,
  } satisfies Record<keyof EntryEvidence, unknown>);
}

/** SHA-256(0x00 || canonical evidence), 32 bytes. */
export function leafHash(evidence: EntryEvidence): Uint8Array {
  // A digest as a text, and a buffer of that, take half the time of a digest as a buffer.
  return Buffer.from(hash('sha256', `\0${canonicalEvidence(evidence)}`, 'binary'), 'binary');
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
 * Reads a check code as people write it down: in either case, in groups, with the letters that look like digits.
 * @returns the first five bytes of the leaf, or undefined when it is no check code
 */
export function readCheckCode(written: string): Uint8Array | undefined {
  const code = written
    .toUpperCase()
    .replace(/[\s\u00a0\-\u2010-\u2015]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/u.test(code)) {
    return undefined;
  }
  const value = Array.from(code).reduce((sum, character) => sum * 32 + alphabet.indexOf(character), 0);
  const start = Buffer.alloc(5);
  start.writeUIntBE(value, 0, 5);
  return start;
}
