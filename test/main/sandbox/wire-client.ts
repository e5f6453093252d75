/**
 * A little client of the service, written from kyc-vs.md alone: it shares no code with the sandbox or the kiosk.
 * For tests only.
 */
import { createHash } from 'node:crypto';

/** An answer as it came. */
export interface WireAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
  /** The fields of a JSON object; empty for all else. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Anything that has a base URL: a client of the service is told nothing else. */
export interface Target {
  readonly baseUrl: string;
}

const headers = { 'content-type': 'application/json', accept: 'application/json', 'user-agent': 'wire-client/1.0' };

/** The hash that travels instead of a code. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Reads an answer to its end. */
export async function readAnswer(response: Response): Promise<WireAnswer> {
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    headers: response.headers,
    text,
    fields: parseFields(text),
  };
}

/** Sends a call as it is and answers the bare response; `extra` headers win. */
export function send(
  target: Target,
  call: 'generateOTP' | 'confirmOTP' | 'status',
  body?: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const url = `${target.baseUrl}/v3/vaccination/${call}`;
  const shared = { headers: { ...headers, ...extra }, redirect: 'manual' } as const;
  return call === 'status' ? fetch(url, shared) : fetch(url, { ...shared, method: 'POST', body: body ?? '' });
}

/** Call 1. */
export async function generateOtp(target: Target, fullName: string, mobileNumber: string): Promise<WireAnswer> {
  const body = JSON.stringify({ mobile_number: mobileNumber, full_name: fullName });
  return readAnswer(await send(target, 'generateOTP', body));
}

/** Call 2. */
export async function confirmOtp(target: Target, txnId: unknown, otp: string): Promise<WireAnswer> {
  return readAnswer(await send(target, 'confirmOTP', JSON.stringify({ otp: sha256(otp), txnId })));
}

/** Call 3. */
export async function askStatus(target: Target, token: unknown): Promise<WireAnswer> {
  return readAnswer(await send(target, 'status', undefined, { authorization: `Bearer ${String(token)}` }));
}

function parseFields(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object.fromEntries(Object.entries(JSON.parse(text)));
  } catch {
    return {};
  }
}
