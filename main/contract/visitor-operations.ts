/**
 * The operations of the visitor's page, and of whoever verifies people through the API. They stand in a module of their
 * own so that the page loads no schema that it never uses.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { ConsentNotice, DemoPhone, KioskDescription, Locale, Purpose } from './description.ts';
import { KioskEvent } from './events.ts';
import { call, stream } from './operation.ts';
import { OperatorDoor } from './operator.ts';
import { Pass, PassUse } from './passes.ts';
import { EntryReceipt } from './receipt.ts';
import { nothing, text } from './schema-parts.ts';
import { VerificationId, VerificationSnapshot } from './verification.ts';

const ofOne = z.strictObject({ id: VerificationId });

/** What a fault of the upstream may look like. */
const upstreamErrors = [
  'upstream-unavailable',
  'upstream-rate-limited',
  'upstream-forbidden',
  'upstream-malformed',
] as const;

export const visitorOperations = {
  'kiosk.describe': call({
    summary: 'What this terminal is, what it asks for and how well it is',
    callers: ['public'],
    method: 'GET',
    path: '/api/v1/kiosk',
    success: 200,
    input: nothing,
    output: KioskDescription,
    errors: [],
    idempotent: true,
  }),
  'kiosk.watch': stream({
    summary: 'Health and new entries as they come',
    callers: ['kiosk', 'operator'],
    method: 'GET',
    path: '/api/v1/events',
    event: KioskEvent,
  }),
  'consent.read': call({
    summary: 'The consent notice in one language, with the hash that the log keeps',
    callers: ['public'],
    method: 'GET',
    path: '/api/v1/consent/{locale}',
    success: 200,
    input: z.strictObject({ locale: Locale }),
    output: ConsentNotice,
    errors: ['not-found'],
    idempotent: true,
  }),
  'consent.decline': call({
    summary: 'The person does not consent: counted, without any personal data',
    callers: ['kiosk', 'embed'],
    method: 'POST',
    path: '/api/v1/declines',
    success: 201,
    // Who declines before a purpose was chosen has none.
    input: z.strictObject({ purpose: z.optional(Purpose), locale: Locale, version: text(64) }),
    output: z.strictObject({ seq: z.int() }),
    errors: ['consent-outdated', 'log-unavailable', 'too-many-requests'],
    idempotent: false,
  }),
  'verification.start': call({
    summary: 'Consent is given: a code is asked for and sent by SMS',
    callers: ['kiosk', 'embed', 'party'],
    method: 'POST',
    path: '/api/v1/verifications',
    success: 201,
    input: z.strictObject({
      fullName: text(400),
      mobileNumber: text(40),
      purpose: Purpose,
      consent: z.strictObject({ version: text(64), locale: Locale, accepted: z.literal(true) }),
    }),
    output: VerificationSnapshot,
    errors: [
      'consent-required',
      'consent-outdated',
      'person-unknown',
      'otp-too-soon',
      'log-unavailable',
      'out-of-order',
      'too-many-requests',
      ...upstreamErrors,
    ],
    fieldErrors: { consent: 'consent-required', 'consent.accepted': 'consent-required' },
    idempotent: false,
  }),
  'verification.get': call({
    summary: 'Where the verification stands',
    callers: ['kiosk', 'embed', 'party'],
    method: 'GET',
    path: '/api/v1/verifications/{id}',
    success: 200,
    input: ofOne,
    output: VerificationSnapshot,
    errors: ['not-found'],
    idempotent: true,
  }),
  'verification.submitOtp': call({
    summary: 'The code is checked; the answer is the decision, once it is in the log',
    callers: ['kiosk', 'embed', 'party'],
    method: 'POST',
    path: '/api/v1/verifications/{id}/otp',
    success: 200,
    input: z.strictObject({ id: VerificationId, otp: text(40) }),
    output: VerificationSnapshot,
    errors: [
      'not-found',
      'otp-wrong',
      'otp-expired',
      'otp-exhausted',
      'person-unknown',
      'conflict',
      'log-unavailable',
      'out-of-order',
      'upstream-signature-invalid',
      ...upstreamErrors,
    ],
    idempotent: false,
  }),
  'verification.resendOtp': call({
    summary: 'A new code is asked for; the one before leads to nothing any more',
    callers: ['kiosk', 'embed', 'party'],
    method: 'POST',
    path: '/api/v1/verifications/{id}/resend',
    success: 200,
    input: ofOne,
    output: VerificationSnapshot,
    errors: [
      'not-found',
      'person-unknown',
      'otp-too-soon',
      'conflict',
      'log-unavailable',
      'out-of-order',
      'too-many-requests',
      ...upstreamErrors,
    ],
    idempotent: false,
  }),
  'verification.cancel': call({
    summary: 'The person leaves; nothing of them is held any longer',
    callers: ['kiosk', 'embed', 'party'],
    method: 'DELETE',
    path: '/api/v1/verifications/{id}',
    success: 200,
    input: ofOne,
    output: VerificationSnapshot,
    errors: ['not-found', 'log-unavailable'],
    idempotent: true,
  }),
  'entry.receipt': call({
    summary: 'What a decided visitor may keep: the row without its subject, and the proof that it is in the log',
    callers: ['kiosk', 'embed', 'party'],
    method: 'GET',
    path: '/api/v1/verifications/{id}/receipt',
    success: 200,
    input: ofOne,
    output: EntryReceipt,
    errors: ['not-found', 'conflict', 'log-unavailable'],
    idempotent: true,
  }),
  'operator.door': call({
    summary: 'Whom one may be at the door of the operators',
    callers: ['kiosk'],
    method: 'GET',
    path: '/api/v1/operator/door',
    success: 200,
    input: nothing,
    output: OperatorDoor,
    errors: [],
    idempotent: true,
  }),
  'pass.issue': call({
    summary: 'The admitted visitor gets a pass, where the venue gives them out',
    callers: ['kiosk'],
    method: 'POST',
    path: '/api/v1/verifications/{id}/pass',
    success: 201,
    input: ofOne,
    output: Pass,
    errors: ['not-found', 'conflict', 'log-unavailable'],
    idempotent: true,
  }),
  'pass.use': call({
    summary: 'A pass is shown: its holder is decided on without a code',
    callers: ['kiosk'],
    method: 'POST',
    path: '/api/v1/passes/uses',
    success: 201,
    input: PassUse,
    output: VerificationSnapshot,
    errors: ['not-found', 'consent-outdated', 'conflict', 'log-unavailable', 'out-of-order', 'too-many-requests'],
    idempotent: false,
  }),
  'demo.phone': call({
    summary: 'Only in DEMO: the people one may play and the SMS that came for a number',
    callers: ['kiosk'],
    method: 'GET',
    path: '/api/v1/demo/phone',
    success: 200,
    input: z.strictObject({ id: z.optional(VerificationId) }),
    output: DemoPhone,
    errors: ['not-found'],
    idempotent: true,
  }),
} as const;
