/**
 * Passes: who was verified a while ago comes back without a code. A pass holds nothing of the person.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { Locale, Purpose } from './description.ts';

/** What a scanner types: a signed token. */
export const PassToken = z.string().check(z.minLength(20), z.maxLength(2_000));

export const Pass = z.strictObject({
  /** What the QR code holds. */
  token: z.string(),
  /** ISO 8601 in UTC. */
  expiresAt: z.string(),
});
export type Pass = z.infer<typeof Pass>;

/** A pass that is shown at the start screen; the notice in this language is the one the holder agreed to. */
export const PassUse = z.strictObject({ token: PassToken, locale: Locale });

/** A pass that was given out, as staff see it. */
export const PassLine = z.strictObject({
  seq: z.int(),
  purpose: Purpose,
  issuedAt: z.string(),
  expiresAt: z.string(),
  revoked: z.boolean(),
});
export type PassLine = z.infer<typeof PassLine>;
