/**
 * The three calls of KYC-VS as they stand on the wire (kyc-vs.md, "Calls").
 * Part of the core.
 */
import { hash } from 'node:crypto';
import * as z from 'zod/mini';
import { VaccinationStatus } from '../../contract/public.ts';
import type { UpstreamSettings } from '../config/settings.ts';
import type { FetchRequest } from '../ports.ts';

/** The calls in the order of a visit; log lines and the fault table name them so. */
export type UpstreamCall = 'generateOtp' | 'confirmOtp' | 'readStatus';

/** Who asks for a code: the name as typed, the number as ten digits. */
export interface Person {
  readonly fullName: string;
  readonly mobileNumber: string;
}

/** The most bytes that an answer may have: real ones have a few hundred. */
export const maxBodyBytes = 64 * 1024;

/** Call 1: a UUID where it was seen; anything of that kind is taken, nothing that could break out of a text. */
export const OtpSent = z.object({ txnId: z.string().check(z.regex(/^[A-Za-z0-9._~:-]{1,128}$/)) });

/**
 * Call 2: a JWT where it was seen, which is one of the bearer tokens of RFC 6750 section 2.1. The client does not
 * look inside; what counts is that it fits into a header.
 */
export const OtpConfirmed = z.object({
  token: z.string().check(z.maxLength(8192), z.regex(/^[A-Za-z0-9._~+/-]+=*$/)),
});

/** Call 3: exactly one of the three numbers; JSON can write a minus zero, which is none of them. */
export const StatusRead = z.object({
  vaccination_status: VaccinationStatus.check(z.refine((status) => !Object.is(status, -0))),
  jws: z.optional(z.unknown()),
});
export type StatusRead = z.infer<typeof StatusRead>;

/** Lays the calls on the wire. */
export interface Wire {
  generateOtp(person: Person): FetchRequest;
  confirmOtp(code: { readonly otp: string; readonly txnId: string }): FetchRequest;
  readStatus(token: string): FetchRequest;
}

/** Builds the requests of one upstream; every one of them carries the headers that kyc-vs.md asks for. */
export function buildWire(settings: UpstreamSettings): Wire {
  const { baseUrl, apiKey, userAgent, timeouts } = settings;
  const headers = {
    'Content-Type': 'application/json',
    Accept: 'application/json',
    'x-api-key': apiKey,
    'User-Agent': userAgent,
  };
  const bounds = { ...timeouts, maxBodyBytes };
  const post = (path: string, body: Readonly<Record<string, string>>): FetchRequest => ({
    method: 'POST',
    url: `${baseUrl}/v3/vaccination/${path}`,
    headers,
    body: JSON.stringify(body),
    ...bounds,
  });
  return {
    generateOtp: ({ fullName, mobileNumber }) =>
      post('generateOTP', { mobile_number: mobileNumber, full_name: fullName }),
    confirmOtp: ({ otp, txnId }) => post('confirmOTP', { otp: sha256(otp), txnId }),
    readStatus: (token) => ({
      method: 'GET',
      url: `${baseUrl}/v3/vaccination/status`,
      headers: { ...headers, Authorization: `Bearer ${token}` },
      ...bounds,
    }),
  };
}

/** SHA-256 in lower-case hex: how a code travels, and the evidence of a raw body. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content);
}
