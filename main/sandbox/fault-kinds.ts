/**
 * The faults that the sandbox can be asked for, one row each.
 * Runs in Node, wherever the sandbox runs.
 */
import { type CallName, callNames, type Twist } from './calls.ts';
import { cutOff, type Delivery, late, never, reset, slowBody, slowHeaders } from './deliveries.ts';
import { blocked, otpAlreadySent, refusalCodes, tooManyRequests, unauthenticated, wrongKey } from './refusals.ts';
import { html, json, plain, type Reply, textOf } from './reply.ts';
import { isFields } from './request-body.ts';

/** An answer, or its own way of leaving. */
export type Outcome = Reply | Delivery;

/** A kind of fault: what it is given carries out the call, if it wants that. */
export interface FaultKind {
  readonly summary: string;
  /** The calls in which it makes sense. */
  readonly calls: readonly CallName[];
  readonly run: (carryOut: (twist?: Twist) => Promise<Reply>) => Outcome | Promise<Outcome>;
}

/** The call is not carried out; this is answered. */
function instead(summary: string, outcome: Outcome): FaultKind {
  return { summary, calls: callNames, run: () => outcome };
}

/** The call is carried out, its answer is changed or leaves in another way. */
function after(summary: string, change: (reply: Reply) => Outcome): FaultKind {
  return { summary, calls: callNames, run: async (carryOut) => change(await carryOut()) };
}

/** One call is carried out otherwise than it should be. */
function twisted(call: CallName, summary: string, twist: Twist): FaultKind {
  return { summary, calls: [call], run: (carryOut) => carryOut(twist) };
}

const hugeBytes = 1_500_000;

const rows: readonly (readonly [string, FaultKind])[] = [
  ...Object.entries(refusalCodes).map(
    ([errorCode, error]) => [`400-${errorCode}`, instead(`400: ${error}`, json(400, { errorCode, error }))] as const,
  ),
  ['otp-already-sent', instead('400 in plain text: OTP Already Sent', otpAlreadySent)],
  ['401', instead('401 in plain text', unauthenticated)],
  ['403-json', instead('403 as for a wrong key', wrongKey)],
  ['403-html', instead('403 as from the CDN', blocked)],
  ['404', instead('404', json(404, { message: 'Not Found' }))],
  ['409', instead('409', json(409, { error: 'Conflict' }))],
  ['429', instead('429 without Retry-After', tooManyRequests)],
  ['429-retry-after', instead('429 with Retry-After: 30', { ...tooManyRequests, headers: { 'retry-after': '30' } })],
  ['500', instead('500', json(500, { error: 'Internal Server Error' }))],
  ['502', instead('502 as from a gateway', html(502, '502 Bad Gateway', ''))],
  ['503', instead('503', json(503, { message: 'Service Unavailable' }))],
  ['504', instead('504 as from a gateway', html(504, '504 Gateway Time-out', ''))],
  ['timeout', instead('no answer; the socket ends after 60 s', never)],
  ['reset', instead('a TCP reset instead of an answer', reset)],
  ['reset-mid-body', after('a TCP reset after half of the body', cutOff)],
  ['slow', after('the whole answer after 3 s', late)],
  ['slow-headers', after('one header a second, 30 s long', slowHeaders)],
  ['slow-body', after('headers at once, the body in drops, a second apart', slowBody)],
  ['empty', after('200 and no body', (reply) => ({ ...reply, status: 200, body: '' }))],
  ['truncated', after('half of the JSON, with a matching length', halve)],
  [
    'malformed',
    after('not JSON, though it says so', (reply) => ({ ...reply, body: textOf(reply).replaceAll('"', "'") })),
  ],
  ['wrong-type', after('every field holds a list', (reply) => withFields(reply, wrapEach))],
  ['wrong-charset', after('JSON in UTF-16', inUtf16)],
  ['unknown-fields', after('fields that no client knows', (reply) => withFields(reply, addUnknown))],
  ['huge', after('a body of more than 1 MiB', (reply) => ({ ...reply, body: textOf(reply) + ' '.repeat(hugeBytes) }))],
  ['html-200', instead('a page of a captive portal', html(200, 'Welcome to the network', '<p>Please sign in.</p>'))],
  ['redirect-302', instead('a redirect to another page', { ...plain(302, ''), headers: { location: '/sandbox' } })],
  ['plain-text', instead('200 in plain text', plain(200, 'OK'))],
  ['status-3', twisted('status', 'status 3, signed', { status: () => 3 })],
  ['status-string', twisted('status', 'the status as a string, signed', { status: String })],
  ['bad-signature', twisted('status', 'signed with another key', { seal: 'other-key' })],
  ['no-signature', twisted('status', 'without a signature', { seal: 'none' })],
  ['wrong-txn', twisted('status', 'signed for another transaction', { seal: 'other-txn' })],
  ['wrong-status', twisted('status', 'signed for another status', { seal: 'other-status' })],
  ['stale-iat', twisted('status', 'signed ten minutes ago', { seal: 'old-iat' })],
  ['sms-never-comes', twisted('generateOTP', '200, but no SMS', { loseSms: true })],
];

/** Every kind by its name. */
export const faultKinds: ReadonlyMap<string, FaultKind> = new Map(rows);

function halve(reply: Reply): Reply {
  const text = textOf(reply);
  return { ...reply, body: text.slice(0, Math.floor(text.length / 2)) };
}

function inUtf16(reply: Reply): Reply {
  return { ...reply, type: 'application/json; charset=utf-16le', body: Buffer.from(textOf(reply), 'utf16le') };
}

/** Changes the fields of a good answer; a refusal stays what it is. */
function withFields(reply: Reply, change: (fields: Readonly<Record<string, unknown>>) => unknown): Reply {
  const fields: unknown = reply.status === 200 ? JSON.parse(textOf(reply)) : undefined;
  return isFields(fields) ? { ...reply, body: JSON.stringify(change(fields)) } : reply;
}

function wrapEach(fields: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));
}

function addUnknown(fields: Readonly<Record<string, unknown>>): unknown {
  return { note: 'new in this version', ...fields, extra: { list: [1, 'two', null], deep: { deeper: true } } };
}
