/**
 * The tokens between call 2 and call 3: JWTs that carry what call 3 needs, so that nothing is kept for them.
 * Runs in Node, wherever the sandbox runs.
 */
import { errors, generateSecret, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Visit } from './otp-desk.ts';
import type { Register } from './person.ts';

export interface Tokens {
  issue(visit: Visit): Promise<string>;
  /** The visit of a token; undefined when it is none of ours or older than its life. */
  read(token: string): Promise<Visit | undefined>;
}

/** How long a token lives, in seconds (kyc-vs.md: 15 minutes). */
export const tokenSeconds = 900;

/** Builds the issuer with a key of its own; `now` in milliseconds since 1970. */
export async function buildTokens(now: () => number, register: Register): Promise<Tokens> {
  const key = await generateSecret('HS256');
  return {
    issue({ txnId, person }) {
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT({ mobile_number: person.mobile_number, full_name: person.full_name, txnId })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + tokenSeconds)
        .sign(key);
    },
    async read(token) {
      const options = { algorithms: ['HS256'], currentDate: new Date(now()) };
      const payload = await jwtVerify(token, key, options).then((verified) => verified.payload, ifNotOurs);
      return payload === undefined ? undefined : readVisit(payload, register);
    },
  };
}

function readVisit(payload: JWTPayload, register: Register): Visit | undefined {
  const { mobile_number: mobileNumber, full_name: fullName, txnId } = payload;
  if (typeof mobileNumber !== 'string' || typeof fullName !== 'string' || typeof txnId !== 'string') {
    return undefined;
  }
  const person = register.find(mobileNumber, fullName);
  return person === undefined ? undefined : { txnId, person };
}

function ifNotOurs(error: unknown): undefined {
  if (!(error instanceof errors.JOSEError)) {
    throw error;
  }
}
