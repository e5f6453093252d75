/**
 * What the embedded page is told when it begins, and the visitor's own phone.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { Locale, Purpose } from './description.ts';
import { Nonce, PartyId } from './party.ts';
import { Decision } from './verification.ts';

/** The embedded page begins for a party. Nothing of a person is in it. */
export const EmbedBegin = z.strictObject({
  party: PartyId,
  purpose: z.optional(Purpose),
  nonce: z.optional(Nonce),
});

/** A session of the page: the token is its only credential, and lives in the page's memory. */
export const EmbedSession = z.strictObject({
  token: z.string().check(z.minLength(20), z.maxLength(200)),
  expiresInMs: z.int(),
  /** Which purposes may be chosen; with one there is nothing to choose. */
  purposes: z.array(Purpose),
  /** Whose page may be told what happened; none on the visitor's own phone. */
  origins: z.array(z.string()),
  /** The party's name for the notice; none on the visitor's own phone. */
  partyName: z.optional(z.string()),
  /** On the visitor's own phone: the language in which the kiosk was spoken with. */
  locale: z.optional(Locale),
});
export type EmbedSession = z.infer<typeof EmbedSession>;

/** One kiosk's invitation to a phone: the name of it on this kiosk. */
export const InvitationId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** What the QR code shows: one use, two minutes. */
export const Invitation = z.strictObject({
  id: InvitationId,
  /** With the token in the fragment, which no server sees. */
  url: z.string(),
  expiresInMs: z.int(),
});
export type Invitation = z.infer<typeof Invitation>;

/** How far the visitor's phone is. `ended`: without a decision. */
export const InvitationState = z.discriminatedUnion('state', [
  z.strictObject({ id: InvitationId, state: z.literal('waiting'), expiresInMs: z.int() }),
  z.strictObject({ id: InvitationId, state: z.literal('opened') }),
  z.strictObject({
    id: InvitationId,
    state: z.literal('decided'),
    decision: Decision,
    seq: z.int(),
    checkCode: z.string(),
  }),
  z.strictObject({ id: InvitationId, state: z.literal('ended') }),
  z.strictObject({ id: InvitationId, state: z.literal('expired') }),
]);
export type InvitationState = z.infer<typeof InvitationState>;

/** What the phone holds from the QR code. */
export const InvitationToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
export type InvitationToken = z.infer<typeof InvitationToken>;

/** Where a visitor's page may begin. */
export const PhoneInvite = z.strictObject({ locale: Locale, purpose: z.optional(Purpose) });
