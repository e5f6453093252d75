/**
 * The refusals of the upstream in their three body shapes (kyc-vs.md, "Errors").
 * Runs in Node, wherever the sandbox runs.
 */
import { html, json, plain, type Reply } from './reply.ts';

/** The codes that come with 400, and the words beside each. */
export const refusalCodes = {
  USRAUT0012: 'OTP is Required',
  USRAUT0013: 'txnId is Required',
  USRAUT0014: 'Invalid OTP',
  USRAUT0015: 'Your account does not exist',
  USRAUT0018: 'Generate OTP failed',
  USRAUT0024: 'Beneficiary Not Registered',
} as const;

export type RefusalCode = keyof typeof refusalCodes;

/** A 400 with a code. */
export function refusal(errorCode: RefusalCode): Reply {
  return json(400, { errorCode, error: refusalCodes[errorCode] });
}

/** A 400 for which no code of the upstream is known. */
export function badRequest(error: string): Reply {
  return json(400, { error });
}

/** Asked again before the last code has run out. */
export const otpAlreadySent = plain(400, 'OTP Already Sent');

/** The transaction or the token is dead. */
export const unauthenticated = plain(401, 'Unauthenticated access!');

/** No or a wrong `x-api-key`. */
export const wrongKey = json(403, { message: 'Forbidden' });

/** What the CDN in front says to a foreign address or to a client without a User-Agent. */
export const blocked = html(
  403,
  '403 ERROR',
  '<p>The request could not be satisfied.</p>\n<p>Request blocked by the network in front of the service.</p>',
);

/** The rate limit. */
export const tooManyRequests = json(429, { error: 'Too Many Requests' });
