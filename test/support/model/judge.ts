/** What the steps of the model have in common: whom they ask, with what, and what they may be answered. For tests only. */
import type { Client } from '../../../main/contract/public.ts';
import { type Asked, codeOf, type Guest, isOpen, must } from './guest.ts';
import type { Reference } from './reference.ts';
import type { Rig } from './rig.ts';
import type { Heard } from './witness.ts';

/** Which code somebody enters. */
export type Code = 'right' | 'wrong' | 'old' | 'no code';

/** The client of whoever began this visit. */
export function clientOf({ program }: Rig, { isParty }: Guest): Client {
  return isParty ? program.party() : program.page();
}

/** What somebody enters as a code of this kind. */
export function codeFor(rig: Rig, { otp = '000000', person }: Guest, code: Code): string {
  const wrong = String((Number(otp) + 1) % 1_000_000).padStart(6, '0');
  const old = rig.sandbox.messages(person.mobile_number).findLast((sms) => sms.otp !== otp)?.otp ?? wrong;
  return { right: otp, wrong, old, 'no code': '12' }[code];
}

export function refusalOf(model: Reference, rig: Rig, guest: Guest, call: 'submit' | 'resend'): string | undefined {
  return model.refusal(guest, call, rig.now());
}

/** Whether the kiosk still knows this visit. */
export function isKnown(model: Reference, rig: Rig, guest: Guest): boolean {
  return model.refusal(guest, 'get', rig.now()) === undefined;
}

/** It is refused at once, and the upstream is not asked. */
export function mustBeRefused(heard: Heard, answer: Asked, refusal: string): void {
  must(codeOf(answer) === refusal && heard.asked === 0, `${codeOf(answer)} is answered instead of ${refusal}`);
}

/** The answer tells how the visit stands. */
export function mustBeAsItStands(model: Reference, rig: Rig, guest: Guest, answer: Asked): void {
  const { state, attemptsLeft } = guest;
  if (!isKnown(model, rig, guest)) {
    must(codeOf(answer) === 'not-found', `${codeOf(answer)} is answered about a visit that is over`);
  } else if (isOpen(guest)) {
    must(isLike(answer, state === 'checking' ? { state } : { state, attemptsLeft }), 'an open visit is told otherwise');
  } else {
    must(
      isLike(answer, guest.last),
      `${codeOf(answer)} is told of a visit that ended as ${JSON.stringify(guest.last)}`,
    );
  }
}

/** Whether the answer has these fields; receipts and revisions may be others each time. */
export function isLike(answer: Asked, fields: object): boolean {
  const told: Readonly<Record<string, unknown>> = answer.ok ? answer.value : {};
  return Object.entries(fields).every(
    ([name, value]) => ['revision', 'receipt'].includes(name) || JSON.stringify(told[name]) === JSON.stringify(value),
  );
}

/** Makes the same call twice at once: both are answered alike. */
export async function alike(call: () => Promise<Asked>): Promise<Asked> {
  const [first, second] = await Promise.all([call(), call()]);
  const ids = [first, second].map((answer) => answer.ok && answer.value.id);
  must(ids[0] === ids[1] && codeOf(first) === codeOf(second), 'the same call is answered twice, and not alike');
  return first;
}

/** Makes a call twice at once, of which one at least must be refused so. @returns the other */
export async function oneOf(call: () => Promise<Asked>, refusal: string): Promise<Asked> {
  const both = await Promise.all([call(), call()]);
  const other = both.find((answer) => codeOf(answer) !== refusal) ?? both[0];
  must(
    both.some((answer) => answer !== other && codeOf(answer) === refusal),
    'the same code is taken twice',
  );
  return other;
}
