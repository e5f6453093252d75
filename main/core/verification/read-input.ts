/**
 * Reads what a visitor gave: after the table's schema has checked its shape, the meaning is checked here, with a
 * problem for each field. Pure.
 */
import {
  type Answer,
  answer,
  type FieldProblem,
  type InputOf,
  parseFullName,
  parseMobileNumber,
  parseOtp,
  problem,
} from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Notices } from '../consent/notices.ts';
import type { VisitCaller } from './context.ts';
import type { Visit } from './transitions.ts';

/**
 * Consent comes first: without it to the notice of this moment nothing else is even looked at (P1).
 */
export function readVisit(
  input: InputOf<'verification.start'>,
  { channel, party, atTerminal }: Pick<VisitCaller, 'channel' | 'party' | 'atTerminal'>,
  settings: Pick<Settings, 'policy'>,
  notices: Notices,
): Answer<Visit> {
  const theirs = notices.of(party);
  const notice = theirs.read(input.consent.locale);
  if (notice === undefined) {
    return problem('invalid-input', { fields: [{ path: 'consent.locale', problem: 'not-offered' }] });
  }
  if (input.consent.version !== theirs.version) {
    return problem('consent-outdated');
  }
  const fullName = parseFullName(input.fullName);
  const mobileNumber = parseMobileNumber(input.mobileNumber);
  const fields: FieldProblem[] = [];
  if (!Object.hasOwn(settings.policy.purposes, input.purpose) || party?.purposes.includes(input.purpose) === false) {
    fields.push({ path: 'purpose', problem: 'not-offered' });
  }
  if (fullName === undefined || mobileNumber === undefined || fields.length > 0) {
    fields.push(...(fullName === undefined ? [{ path: 'fullName', problem: 'not-a-name' }] : []));
    fields.push(...(mobileNumber === undefined ? [{ path: 'mobileNumber', problem: 'not-a-mobile-number' }] : []));
    return problem('invalid-input', { fields });
  }
  return answer({
    person: { fullName, mobileNumber },
    purpose: input.purpose,
    consent: { version: notice.version, locale: notice.locale, hash: notice.hash },
    channel,
    atTerminal,
    ...(party !== undefined && { party: { id: party.id, nonce: party.nonce ?? input.nonce } }),
  });
}

/** Reads a code. */
export function readOtp(text: string): Answer<string> {
  const otp = parseOtp(text);
  return otp === undefined
    ? problem('invalid-input', { fields: [{ path: 'otp', problem: 'not-six-digits' }] })
    : answer(otp);
}
