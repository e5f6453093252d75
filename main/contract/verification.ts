/**
 * A verification as its caller sees it: a union that owns its data, one member a state.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { errorCodes } from './errors.ts';

/** What the venue's policy says of a status. */
export const Decision = z.enum(['admitted', 'referred', 'refused']);
export type Decision = z.infer<typeof Decision>;

/** The upstream's answer: 0 not, 1 partially, 2 fully vaccinated. */
export const VaccinationStatus = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export type VaccinationStatus = z.infer<typeof VaccinationStatus>;

/** 128 random bits or more in base64url. */
export const VerificationId = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/));

/** Every change of a verification raises it by one; an older snapshot is ignored. */
const revision = z.int().check(z.nonnegative());

/** A verification at one moment; times are what is left, in milliseconds, so that no clock needs to agree. */
export const VerificationSnapshot = z.discriminatedUnion('state', [
  z.strictObject({
    id: VerificationId,
    state: z.literal('awaiting-otp'),
    revision,
    expiresInMs: z.int().check(z.nonnegative()),
    resendInMs: z.int().check(z.nonnegative()),
    attemptsLeft: z.int().check(z.nonnegative()),
    maskedMobile: z.string(),
  }),
  z.strictObject({ id: VerificationId, state: z.literal('checking'), revision }),
  z.strictObject({
    id: VerificationId,
    state: z.literal('decided'),
    revision,
    status: VaccinationStatus,
    decision: Decision,
    entryId: z.string(),
    seq: z.int(),
    checkCode: z.string().check(z.regex(/^[0-9A-HJKMNP-TV-Z]{8}$/)),
    /** For other systems: the decision as a compact JWS, to be kept and shown. */
    receipt: z.optional(z.string()),
  }),
  z.strictObject({ id: VerificationId, state: z.literal('failed'), revision, code: z.enum(errorCodes) }),
  z.strictObject({ id: VerificationId, state: z.literal('expired'), revision }),
  z.strictObject({ id: VerificationId, state: z.literal('cancelled'), revision }),
]);
export type VerificationSnapshot = z.infer<typeof VerificationSnapshot>;

/** The word for where a verification stands. */
export type VerificationState = VerificationSnapshot['state'];

/** One member of the union. */
export type SnapshotIn<S extends VerificationState> = Extract<VerificationSnapshot, { state: S }>;
