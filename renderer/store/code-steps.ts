/**
 * The code: typed, sent on its sixth digit, sent again, or given up for another number.
 * Runs in the face. Pure.
 */
import { parseOtp, toLatinDigits } from '../../main/contract/public.ts';
import { startVerification } from './details-steps.ts';
import type { CallEffect } from './effect.ts';
import type { FaceState } from './face-state.ts';
import { amend, letGo, type Step, screenOf, show, takeTicket, to } from './moves.ts';
import { type Draft, openDetails, type ScreenOf, type Task } from './screen.ts';

/** Shows that something is being done, and asks for it. */
function waitFor(
  state: FaceState,
  wanted: { readonly draft: Draft; readonly task: Task },
  now: number,
  call: (ticket: number) => CallEffect,
): Step {
  const taken = takeTicket(state);
  const { ticket } = taken;
  const screen = { name: 'checking', ...wanted, ticket, since: now, lookAt: undefined } as const;
  return to(show(taken.state, screen, now), call(ticket));
}

/** Only the digits of what was typed or pasted, six at most. */
function digitsOf(text: string): string {
  return toLatinDigits(text)
    .replace(/[^0-9]/g, '')
    .slice(0, 6);
}

/** Whether the code on the screen has run out. */
export function isExpired(screen: ScreenOf<'code'>, now: number): boolean {
  return screen.code.gone || now >= screen.code.expiresAt;
}

/** The text of the field has changed; the sixth digit sends it. */
export function editOtp(state: FaceState, text: string, now: number): Step {
  const screen = screenOf(state, 'code');
  if (screen === undefined) {
    return to(state);
  }
  const otp = parseOtp(text) ?? digitsOf(text);
  const note = otp === '' || screen.note === 'expired' ? screen.note : undefined;
  const edited = amend(state, { ...screen, otp, note });
  return otp.length === 6 && otp !== screen.otp ? submitOtp(edited, now) : to(edited);
}

/** Sends the code; one that has run out, or has too few digits, is not even asked about. */
export function submitOtp(state: FaceState, now: number): Step {
  const screen = screenOf(state, 'code');
  if (screen === undefined) {
    return to(state);
  }
  if (isExpired(screen, now)) {
    return to(amend(state, { ...screen, otp: '', note: 'expired' }), { kind: 'sound', cue: 'problem' });
  }
  const { otp, draft, code } = screen;
  if (otp.length !== 6) {
    return to(amend(state, { ...screen, note: 'not-six' }), { kind: 'sound', cue: 'problem' });
  }
  const input = { id: code.id, otp };
  return waitFor(state, { draft, task: { kind: 'check', code } }, now, (ticket) => ({
    kind: 'call',
    name: 'verification.submitOtp',
    input,
    ticket,
  }));
}

/** When a new code may be asked for. */
export function resendAt(screen: ScreenOf<'code'>): number {
  const { code, wait } = screen;
  return Math.max(code.gone ? 0 : code.resendAt, wait?.until ?? 0);
}

/** "Send again": of the same verification, or of a new one where the core has forgotten it. */
export function resend(state: FaceState, now: number): Step {
  const screen = screenOf(state, 'code');
  if (screen === undefined || now < resendAt(screen)) {
    return to(state);
  }
  const { draft, code } = screen;
  if (code.gone) {
    return startVerification(state, draft, now);
  }
  return waitFor(state, { draft, task: { kind: 'resend', code } }, now, (ticket) => ({
    kind: 'call',
    name: 'verification.resendOtp',
    input: { id: code.id },
    ticket,
  }));
}

/** "Change number": the name and the number stay in their fields, the verification is given up. */
export function changeNumber(state: FaceState, now: number): Step {
  const { screen } = state;
  if (screen.name !== 'code' && screen.name !== 'checking') {
    return to(state);
  }
  return to(show(state, openDetails(screen.draft), now), ...letGo(screen));
}

/** The code has run out while it was waited for: said once, by itself. */
export function expireWhenDue(state: FaceState, now: number): Step {
  const screen = screenOf(state, 'code');
  return screen !== undefined && screen.note !== 'expired' && isExpired(screen, now)
    ? to(amend(state, { ...screen, otp: '', note: 'expired' }), { kind: 'sound', cue: 'problem' })
    : to(state);
}
