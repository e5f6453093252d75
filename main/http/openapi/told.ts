/**
 * What other systems are told beside the answers of operations: what a receipt claims, and the bodies of events.
 * Runs in the HTTP host.
 */
import * as z from 'zod/mini';
import { Decision, Nonce, PartyId, Purpose, VaccinationStatus, VerificationId } from '../../contract/public.ts';

const seconds = z.int().check(z.nonnegative());
const EntryId = z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/));
const CheckCode = z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/));
const Moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/));

/** The claims of a receipt, as they stand in the JWS. */
export const ReceiptClaims = z.strictObject({
  iss: z.string(),
  aud: PartyId,
  iat: seconds,
  exp: seconds,
  jti: EntryId,
  status: VaccinationStatus,
  decision: Decision,
  policy: z.string(),
  purpose: Purpose,
  txn: VerificationId,
  nonce: z.optional(Nonce),
  check: CheckCode,
  proof: z.string(),
});

const ofEntry = { verificationId: VerificationId, entryId: EntryId, seq: z.int(), purpose: Purpose };

/** The body of the event of a decision. */
export const DecidedEvent = z.strictObject({
  type: z.literal('verification.decided'),
  timestamp: Moment,
  data: z.strictObject({
    ...ofEntry,
    decision: Decision,
    status: VaccinationStatus,
    nonce: z.optional(Nonce),
    checkCode: CheckCode,
    receipt: z.string(),
  }),
});

/** The body of the event of a visit that came to no decision. */
export const EndedEvent = z.strictObject({
  type: z.literal('verification.ended'),
  timestamp: Moment,
  data: z.strictObject({
    ...ofEntry,
    outcome: z.enum(['not-verified', 'fault']),
    reason: z.string().check(z.regex(/^[a-z][a-z-]*$/)),
    nonce: z.optional(Nonce),
  }),
});
