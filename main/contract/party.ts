/**
 * Parties: the systems that verify people through the API or with the embedded page. Their keys are never in a page.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { Purpose } from './description.ts';

/** The publishable name of a party: it may stand in any page, and lets nobody do what its key lets. */
export const PartyId = z.string().check(z.regex(/^[a-z0-9]{8}$/));

/** How a party is called: one line of at most 60 characters. */
export const PartyName = z.string().check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(/^\P{Cc}+$/u));

/** An origin as browsers write it (RFC 6454): `https://hr.example.in`; what it may be is checked by the core. */
export const PartyOrigin = z.string().check(z.minLength(8), z.maxLength(200));

/** So many requests in so many seconds. */
export const PartyRate = z.strictObject({
  count: z.int().check(z.minimum(1), z.maximum(100_000)),
  seconds: z.int().check(z.minimum(1), z.maximum(86_400)),
});
export type PartyRate = z.infer<typeof PartyRate>;

/** A party that is to be. */
export const NewParty = z.strictObject({
  name: PartyName,
  /** Whose pages may embed ours and call the API from a browser; none for a party that calls from a server alone. */
  origins: z.array(PartyOrigin).check(z.maxLength(20)),
  /** For which purposes it may verify; none named means all of the venue's. */
  purposes: z.array(Purpose).check(z.maxLength(20)),
  /** Where events are sent. */
  webhook: z.optional(z.string().check(z.minLength(8), z.maxLength(1_000))),
  rate: z.optional(PartyRate),
});

export type NewParty = z.infer<typeof NewParty>;

/** A party without anything secret. */
export const Party = z.strictObject({
  id: PartyId,
  name: z.string(),
  origins: z.array(z.string()),
  purposes: z.array(Purpose),
  webhook: z.optional(z.string()),
  rate: PartyRate,
  /** ISO 8601 in UTC. */
  since: z.string(),
  keySince: z.string(),
});
export type Party = z.infer<typeof Party>;

/** What is shown once: the key of the API, and the secret that webhooks are signed with where there is a webhook. */
export const PartyKey = z.strictObject({
  party: Party,
  apiKey: z.string(),
  /** `whsec_` and base64, as Standard Webhooks has it. */
  webhookSecret: z.optional(z.string()),
});
export type PartyKey = z.infer<typeof PartyKey>;

/** What a party gives with a visit and gets back in the receipt: printable ASCII, to tell answers apart. */
export const Nonce = z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/));

/** One event for a party, as staff see it. It holds nothing of the person. */
export const WebhookEvent = z.strictObject({
  /** The `webhook-id` of every try. */
  id: z.string(),
  party: PartyId,
  /** As in the body: `verification.decided`, `verification.ended`. */
  type: z.string(),
  /** The entry that it tells of. */
  seq: z.int(),
  at: z.string(),
  /** `dead`: given up, until it is replayed. */
  state: z.enum(['waiting', 'delivered', 'dead']),
  attempts: z.int(),
  nextInMs: z.optional(z.int()),
  /** Why the last try failed, in a few fixed words: `http 500`, `timeout`, `refused`. */
  lastProblem: z.optional(z.string()),
});
export type WebhookEvent = z.infer<typeof WebhookEvent>;
