/**
 * The operations table: each operation once. The IPC handlers, the preload bridge, the HTTP routes, the OpenAPI
 * document, the clients and the fakes of the tests are derived from it. One word an operation in every layer.
 * Runs everywhere.
 */
import * as z from 'zod/mini';
import { ConsentNotice, DemoPhone, Health, KioskDescription, Locale, Purpose } from './description.ts';
import { ErasedEntries, EraseOrder } from './erasure.ts';
import { KioskEvent } from './events.ts';
import { Drive, ExportChoice, ExportId, ExportSnapshot } from './export.ts';
import { call, stream } from './operation.ts';
import { EntryReceipt } from './receipt.ts';
import { VerificationId, VerificationSnapshot } from './verification.ts';

const nothing = z.strictObject({});
const ofOne = z.strictObject({ id: VerificationId });
const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

/** What a fault of the upstream may look like. */
const upstreamErrors = [
  'upstream-unavailable',
  'upstream-rate-limited',
  'upstream-forbidden',
  'upstream-malformed',
] as const;

export const operations = {
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
  'entries.erase': call({
    summary: 'A person wants gone what the log holds of them; the entries stay, as proof, without the person',
    callers: ['operator'],
    method: 'POST',
    path: '/api/v1/erasures',
    success: 200,
    input: EraseOrder,
    output: ErasedEntries,
    errors: ['log-unavailable'],
    idempotent: false,
  }),
  'export.drives': call({
    summary: 'The removable media that an export can be carried away on',
    callers: ['operator'],
    method: 'GET',
    path: '/api/v1/drives',
    success: 200,
    input: nothing,
    output: z.strictObject({ drives: z.array(Drive) }),
    errors: [],
    idempotent: true,
  }),
  'export.start': call({
    summary: 'The log is written to a drive, with its proofs; one export at a time',
    callers: ['operator'],
    method: 'POST',
    path: '/api/v1/exports',
    success: 201,
    input: z.strictObject({ drive: text(4_096), ...ExportChoice.shape }),
    output: ExportSnapshot,
    errors: ['not-found', 'conflict', 'log-unavailable'],
    idempotent: false,
  }),
  'export.get': call({
    summary: 'How far the export is, or what became of it',
    callers: ['operator'],
    method: 'GET',
    path: '/api/v1/exports/{id}',
    success: 200,
    input: z.strictObject({ id: ExportId }),
    output: ExportSnapshot,
    errors: ['not-found'],
    idempotent: true,
  }),
  'export.cancel': call({
    summary: 'The export ends, and nothing of it stays on the drive',
    callers: ['operator'],
    method: 'DELETE',
    path: '/api/v1/exports/{id}',
    success: 200,
    input: z.strictObject({ id: ExportId }),
    output: ExportSnapshot,
    errors: ['not-found'],
    idempotent: true,
  }),
  'health.get': call({
    summary: 'How the terminal is, thing by thing, with what to do',
    callers: ['operator'],
    method: 'GET',
    path: '/api/v1/health',
    success: 200,
    input: nothing,
    output: Health,
    errors: [],
    idempotent: true,
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

export type Operations = typeof operations;

/** The name of an operation, as it stands in every layer. */
export type OperationName = keyof Operations;

/** The operations with one answer. */
export type CallName = { [N in OperationName]: Operations[N]['kind'] extends 'call' ? N : never }[OperationName];

/** The operations that push. */
export type StreamName = Exclude<OperationName, CallName>;

/** What a caller gives. */
export type InputOf<N extends CallName> = z.input<Operations[N]['input']>;

/** What a caller gets when all is well. */
export type OutputOf<N extends CallName> = z.output<Operations[N]['output']>;

/** What a listener gets. */
export type EventOf<N extends StreamName> = z.output<Operations[N]['event']>;

/** The names of the calls, for those who derive something from each. */
export const callNames = (Object.keys(operations) as OperationName[]).filter(
  (name): name is CallName => operations[name].kind === 'call',
);

/** The names of the streams. */
export const streamNames = (Object.keys(operations) as OperationName[]).filter(
  (name): name is StreamName => operations[name].kind === 'stream',
);
