/**
 * `privacy.sealTo`: the keys of those who alone can read a sealed identity.
 * Part of the core.
 */
import { Encrypter } from 'age-encryption';
import * as z from 'zod';
import { distinct, reading } from './schema-parts.ts';
import { textOr } from './text-or.ts';

/** As many as a venue has people who must be able to open what is sealed. */
const mostRecipients = 16;

/** A native age recipient (X25519), the kind that every program of the age family opens. */
function readRecipient(text: string): { value: string } | { reason: string } {
  if (/^\s*AGE-SECRET-KEY/i.test(text)) {
    return { reason: 'is a secret key: take it off this machine and write its public half, which starts with age1' };
  }
  const recipient = text.trim();
  return isRecipient(recipient)
    ? { value: recipient }
    : { reason: 'must be an age public key, as age-keygen prints it: age1 and 58 more characters, each as it was' };
}

function isRecipient(text: string): boolean {
  if (!/^age1[a-z0-9]{58}$/.test(text)) {
    return false;
  }
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

const recipient = z.string().transform(reading(readRecipient));
const several = distinct(recipient).min(1).max(mostRecipients);

/** One recipient or a list of them; a list in the settings. */
export const sealToSchema = textOr(
  recipient.transform((only) => [only]),
  several,
);
