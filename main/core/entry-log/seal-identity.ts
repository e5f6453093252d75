/**
 * Seals who somebody is with age (age-encryption.org/v1) to keys whose secret halves are elsewhere: what the log keeps
 * under `privacy.identity: sealed`, and what this terminal cannot read back. Part of the core.
 */
import { Encrypter } from 'age-encryption';
import canonicalize from 'canonicalize';
import type { Settings } from '../config/settings.ts';
import type { Person } from './entry.ts';

/** Stands before the sealed bytes in the column of the name, so that nobody takes them for one. */
export const sealedPrefix = 'age:';

/** Longer than the longest name and number in JSON: the size of what is sealed says nothing of the name. */
const paddedBytes = 512;

/**
 * Seals a person before the visit's row is written; undefined where the setting seals nobody.
 * The text is `age:` and the base64 of an age file that holds the RFC 8785 canonical JSON of `{mobile, name}`,
 * filled up with spaces.
 */
export type SealIdentity = (person: Person) => Promise<string | undefined>;

/** Builds it from the setting. The randomness is the library's own, of the platform. */
export function buildSealIdentity({ identity, sealTo = [] }: Settings['privacy']): SealIdentity {
  if (identity !== 'sealed') {
    return () => Promise.resolve(undefined);
  }
  const encrypter = new Encrypter();
  for (const recipient of sealTo) {
    encrypter.addRecipient(recipient);
  }
  return async ({ mobileNumber: mobile, fullName: name }) => {
    const plain = Buffer.alloc(paddedBytes, ' ');
    plain.write(canonicalize({ mobile, name }) ?? '');
    return sealedPrefix + Buffer.from(await encrypter.encrypt(plain)).toString('base64');
  };
}
