/**
 * Every fault of the upstream and the error code it becomes, call by call (kyc-vs.md, "Errors"; trust.md, "Upstream
 * faults"). A fault is never a verdict: nothing here admits, refers or refuses (E2).
 * Part of the core.
 */
import * as z from 'zod/mini';
import type { ErrorCode } from '../../contract/public.ts';
import type { FetchAnswer, FetchFaultKind } from '../ports.ts';
import { readJson, readText } from './body.ts';
import type { UpstreamCall } from './wire.ts';

type Row = Readonly<Record<UpstreamCall, ErrorCode>>;

function row(generateOtp: ErrorCode, confirmOtp: ErrorCode, readStatus: ErrorCode): Row {
  return { generateOtp, confirmOtp, readStatus };
}

function everywhere(code: ErrorCode): Row {
  return row(code, code, code);
}

const malformed = everywhere('upstream-malformed');
const unavailable = everywhere('upstream-unavailable');

/** The body of a 400 or a 401 names what is wrong by a code ... */
const byErrorCode: Readonly<Record<string, Row>> = {
  // "OTP is Required", "txnId is Required": both were sent, so the upstream reads them otherwise than we write them.
  USRAUT0012: malformed,
  USRAUT0013: malformed,
  // "Invalid OTP": makes no sense where no code was given.
  USRAUT0014: row('upstream-malformed', 'otp-wrong', 'upstream-malformed'),
  // "Your account does not exist"
  USRAUT0015: everywhere('person-unknown'),
  // "Generate OTP failed": the SMS side refused, which can last.
  USRAUT0018: unavailable,
  // "Beneficiary Not Registered"
  USRAUT0024: everywhere('person-unknown'),
};

/** ... or by a text, in lower case here ... */
const byText: Readonly<Record<string, Row>> = {
  'otp already sent': row('otp-too-soon', 'upstream-malformed', 'upstream-malformed'),
};

/** ... or is a page, which some box on the way wrote, not the service ... */
const page = malformed;

/** ... and where it says nothing, and for all other statuses, the status decides. */
const byStatus: Readonly<Record<number, Row>> = {
  // On call 2 both may mean a wrong code: sources disagree, so both are taken as that (kyc-vs.md).
  400: row('upstream-malformed', 'otp-wrong', 'upstream-malformed'),
  // Call 1 carries no credential but the key of the venue. On call 3 the upstream refuses the token that it has just
  // issued, which makes no sense; asking again with the same one would make none either.
  401: row('upstream-forbidden', 'otp-wrong', 'upstream-malformed'),
  // No or wrong key (JSON), or the CDN turns this address or User-Agent away (HTML).
  403: everywhere('upstream-forbidden'),
  429: everywhere('upstream-rate-limited'),
};

/** The code of an answer that is not a success: any status but 200. */
export function codeOfAnswer(call: UpstreamCall, { status, body }: FetchAnswer): ErrorCode {
  const said = status === 400 || status === 401 ? rowOfBody(body) : undefined;
  const otherwise = status >= 500 && status <= 599 ? unavailable : malformed;
  return (said ?? byStatus[status] ?? otherwise)[call];
}

/** The code where no answer came. What came and made no sense is malformed, all else is out of reach. */
export const codeByFault: Readonly<Record<FetchFaultKind, ErrorCode>> = {
  dns: 'upstream-unavailable',
  refused: 'upstream-unavailable',
  'connect-timeout': 'upstream-unavailable',
  tls: 'upstream-unavailable',
  reset: 'upstream-unavailable',
  'headers-timeout': 'upstream-unavailable',
  'body-timeout': 'upstream-unavailable',
  'too-large': 'upstream-malformed',
  protocol: 'upstream-malformed',
  aborted: 'upstream-unavailable',
};

/** The two JSON shapes of an error; the third is plain text. */
const ErrorBody = z.object({ errorCode: z.optional(z.unknown()), error: z.optional(z.unknown()) });

function rowOfBody(body: Uint8Array): Row | undefined {
  const text = readText(body)?.trim() ?? '';
  if (text.startsWith('<')) {
    return page;
  }
  const json = readJson(body);
  const { errorCode, error } = ErrorBody.safeParse(json).data ?? { errorCode: undefined, error: json ?? text };
  return look(byErrorCode, errorCode) ?? look(byText, typeof error === 'string' ? error.trim().toLowerCase() : error);
}

function look(table: Readonly<Record<string, Row>>, key: unknown): Row | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}
