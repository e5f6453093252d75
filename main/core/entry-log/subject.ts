/**
 * What the log keeps of a person: a keyed reference, an identity as the venue's privacy setting allows, and a
 * commitment to it that says nothing once its salt is gone.
 */
import { maskFullName, maskMobileNumber } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Random } from '../ports.ts';
import { canonicalInOrder } from './canonical.ts';
import type { EntryDraft, EntrySubject, Person } from './entry.ts';
import { buildKeyedHash, type KeyedHash } from './keyed-hash.ts';

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

/**
 * The keyed reference to a person, 64 hex digits: 128 bits of HMAC-SHA-256 over the number, then 128 bits of
 * HMAC-SHA-256 over number and normalised name, both under the key of the site (design.md, `subject_ref`). Two halves,
 * so that whoever asks "what do you hold of my number" is answered without a name, by the first half.
 */
export function subjectRef(siteHash: KeyedHash, person: Person): string {
  const { mobileNumber: mobile, fullName } = person;
  const both = canonicalInOrder({ mobile, name: normaliseName(fullName) });
  return numberRef(siteHash, mobile) + siteHash(both).slice(0, 32);
}

/** The first half of a `subject_ref`: the same for all people on one number. 32 hex digits. */
export function numberRef(siteHash: KeyedHash, mobileNumber: string): string {
  return siteHash(canonicalInOrder({ mobile: mobileNumber })).slice(0, 32);
}

/**
 * HMAC-SHA-256 in hex, keyed with the salt, of the RFC 8785 canonical JSON of `{mobile, name}` as the row keeps them.
 * These two are what `subjects.jsonl` of an export reveals, so that the commitment can be checked from it.
 */
export function commitSubject(salt: Uint8Array, kept: { name: string | null; mobile: string | null }): string {
  return buildKeyedHash(salt)(canonicalInOrder({ mobile: kept.mobile, name: kept.name }));
}

/** The person of a row, and the same person sealed where the setting wants it. */
export type DraftSubject = Pick<EntryDraft, 'person' | 'sealedIdentity'>;

/**
 * Makes the subject's columns of a new row. Without a person, or with identity `none`, nothing is kept at all. Sealed,
 * name and number stand together in the column of the name, and the commitment is to the sealed text: whoever may not
 * open it can still check it.
 */
export function sealSubject(
  { person, sealedIdentity }: DraftSubject,
  identity: Identity,
  siteHash: KeyedHash,
  random: Random,
): SealedSubject {
  if (person === undefined || identity === 'none') {
    return nobody;
  }
  const kept = keep(person, identity, sealedIdentity);
  const salt = random.bytes(16);
  return {
    subject_ref: subjectRef(siteHash, person),
    subject_name: kept.name,
    subject_mobile: kept.mobile,
    subject_salt: Buffer.from(salt).toString('hex'),
    subject_commitment: commitSubject(salt, kept),
  };
}

function keep(person: Person, identity: Exclude<Identity, 'none'>, sealedIdentity: string | undefined) {
  switch (identity) {
    case 'full':
      return { name: person.fullName, mobile: person.mobileNumber };
    case 'masked':
      return { name: maskFullName(person.fullName), mobile: maskMobileNumber(person.mobileNumber) };
    case 'sealed':
      if (sealedIdentity === undefined) {
        throw new TypeError('a person comes to the log unsealed, where the setting seals');
      }
      return { name: sealedIdentity, mobile: null };
  }
}
