/**
 * What the log keeps of a person: a keyed reference, an identity as the venue's privacy setting allows, and a
 * commitment to it that says nothing once its salt is gone.
 */
import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import { maskFullName, maskMobileNumber } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Random } from '../ports.ts';
import type { EntrySubject, Person } from './entry.ts';

type Identity = Settings['privacy']['identity'];

/** The subject's columns and the commitment that stays when they go. */
export type SealedSubject = EntrySubject & { readonly subject_commitment: string | null };

const nobody: SealedSubject = {
  subject_ref: null,
  subject_name: null,
  subject_mobile: null,
  subject_salt: null,
  subject_commitment: null,
};

/** How two spellings of one name become the same: Unicode form, case and white space do not matter. */
export function normaliseName(fullName: string): string {
  return fullName.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** HMAC-SHA-256 in hex of number and normalised name under the key of the site (design.md, `subject_ref`). */
export function subjectRef(siteKey: Uint8Array, person: Person): string {
  const words = canonicalize({ mobile: person.mobileNumber, name: normaliseName(person.fullName) }) ?? '';
  return createHmac('sha256', siteKey).update(words).digest('hex');
}

/**
 * HMAC-SHA-256 in hex, keyed with the salt, of the RFC 8785 canonical JSON of `{mobile, name}` as the row keeps them.
 * These two are what `subjects.jsonl` of an export reveals, so that the commitment can be checked from it.
 */
export function commitSubject(salt: Uint8Array, kept: { name: string | null; mobile: string | null }): string {
  const words = canonicalize({ mobile: kept.mobile, name: kept.name }) ?? '';
  return createHmac('sha256', salt).update(words).digest('hex');
}

/** Makes the subject's columns of a new row. Without a person, or with identity `none`, nothing is kept at all. */
export function sealSubject(
  person: Person | undefined,
  identity: Identity,
  siteKey: Uint8Array,
  random: Random,
): SealedSubject {
  if (person === undefined || identity === 'none') {
    return nobody;
  }
  const kept =
    identity === 'full'
      ? { name: person.fullName, mobile: person.mobileNumber }
      : { name: maskFullName(person.fullName), mobile: maskMobileNumber(person.mobileNumber) };
  const salt = random.bytes(16);
  return {
    subject_ref: subjectRef(siteKey, person),
    subject_name: kept.name,
    subject_mobile: kept.mobile,
    subject_salt: Buffer.from(salt).toString('hex'),
    subject_commitment: commitSubject(salt, kept),
  };
}
