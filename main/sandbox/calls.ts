/**
 * The three calls of KYC-VS (kyc-vs.md, "Calls"), from a parsed request to an answer.
 * Runs in Node, wherever the sandbox runs.
 */
import type { OtpDesk } from './otp-desk.ts';
import type { Register } from './person.ts';
import type { Phones } from './phones.ts';
import { badRequest, otpAlreadySent, refusal, unauthenticated } from './refusals.ts';
import { json, type Reply } from './reply.ts';
import type { BadSeal, StatusSigner } from './status-signer.ts';
import type { Tokens } from './tokens.ts';

/** How a call is carried out otherwise than it should be: the wish of a fault. */
export interface Twist {
  /** The code is issued, but its SMS never comes. */
  readonly loseSms?: true;
  /** The status that is answered and signed instead of the true one. */
  readonly status?: (status: number) => unknown;
  readonly seal?: BadSeal | 'none';
}

/** What a call is given: the fields of its JSON body, and the Authorization header. */
export interface CallInput {
  readonly body: Readonly<Record<string, unknown>>;
  readonly authorization: string | undefined;
}

export type Call = (input: CallInput, twist: Twist) => Promise<Reply>;

/** The calls in their order, with method and path under the base URL. */
export const callRoutes = {
  generateOTP: { method: 'POST', path: '/v3/vaccination/generateOTP' },
  confirmOTP: { method: 'POST', path: '/v3/vaccination/confirmOTP' },
  status: { method: 'GET', path: '/v3/vaccination/status' },
} as const;

export type CallName = keyof typeof callRoutes;

/** The names of the calls, in their order. */
export const callNames: readonly CallName[] = ['generateOTP', 'confirmOTP', 'status'];

/** What the calls work with. */
export interface Service {
  readonly register: Register;
  readonly desk: OtpDesk;
  readonly phones: Phones;
  readonly tokens: Tokens;
  readonly signer: StatusSigner;
  readonly otpSeconds: number;
}

/** Builds the three calls. Fields that they do not know are ignored. */
export function buildCalls(service: Service): Readonly<Record<CallName, Call>> {
  return {
    generateOTP: async ({ body }, twist) => generateOtp(service, body, twist),
    confirmOTP: ({ body }) => confirmOtp(service, body),
    status: ({ authorization }, twist) => status(service, authorization, twist),
  };
}

function generateOtp(service: Service, body: CallInput['body'], twist: Twist): Reply {
  const { mobile_number: mobileNumber, full_name: fullName } = body;
  if (typeof mobileNumber !== 'string' || !/^[0-9]{10}$/.test(mobileNumber)) {
    return badRequest('mobile_number must be a string of ten digits');
  }
  if (typeof fullName !== 'string' || fullName.trim() === '') {
    return badRequest('full_name is required');
  }
  const person = service.register.find(mobileNumber, fullName);
  if (person === undefined) {
    return refusal('USRAUT0015');
  }
  const issued = service.desk.issue(person);
  if (issued === undefined) {
    return otpAlreadySent;
  }
  if (!twist.loseSms) {
    service.phones.receive(mobileNumber, issued.otp, service.otpSeconds);
  }
  return json(200, { txnId: issued.txnId });
}

async function confirmOtp(service: Service, body: CallInput['body']): Promise<Reply> {
  const { otp, txnId } = body;
  if (typeof otp !== 'string' || otp === '') {
    return refusal('USRAUT0012');
  }
  if (typeof txnId !== 'string' || txnId === '') {
    return refusal('USRAUT0013');
  }
  const confirmation = service.desk.confirm(txnId, otp);
  switch (confirmation.kind) {
    case 'dead':
      return unauthenticated;
    case 'wrong':
      return refusal('USRAUT0014');
    case 'confirmed':
      return json(200, { token: await service.tokens.issue(confirmation.visit) });
  }
}

async function status(service: Service, authorization: string | undefined, twist: Twist): Promise<Reply> {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  const visit = token === undefined ? undefined : await service.tokens.read(token);
  if (visit === undefined) {
    return unauthenticated;
  }
  const { vaccination_status: known } = visit.person;
  const answered = twist.status?.(known) ?? known;
  if (twist.seal === 'none') {
    return json(200, { vaccination_status: answered });
  }
  const jws = await service.signer.sign(answered, visit.txnId, twist.seal);
  return json(200, { vaccination_status: answered, jws });
}
