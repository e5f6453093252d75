/**
 * The one door of the steps: what happens, to the next state and its effects.
 * Runs in the face. Pure.
 */
import { verificationAnswered } from './answer-steps.ts';
import { editOtp, resend, submitOtp } from './code-steps.ts';
import { commonStep } from './common-steps.ts';
import { consentStep, noticeAnswered } from './consent-steps.ts';
import { edit, leaveField, play, send } from './details-steps.ts';
import type { Answered } from './effect.ts';
import type { FaceEvent, FormEvent } from './face-event.ts';
import type { FaceState } from './face-state.ts';
import { type Step, to } from './moves.ts';
import { passIssued, passUsed, takePass } from './pass-steps.ts';
import { phoneInvited, phoneSeen, usePhone } from './phone-steps.ts';
import { described, told } from './service-steps.ts';
import { tick } from './tick.ts';

/** What happens next. */
export function step(state: FaceState, event: FaceEvent, now: number): Step {
  switch (event.type) {
    case 'begin':
    case 'reload-notice':
    case 'answer-age':
    case 'agree':
    case 'decline':
    case 'choose-purpose':
      return consentStep(state, event, now);
    case 'edit':
    case 'leave-field':
    case 'play':
    case 'send':
    case 'edit-otp':
    case 'submit-otp':
    case 'resend':
      return formStep(state, event, now);
    case 'use-pass':
      return takePass(state, event.token, now);
    case 'use-phone':
      return usePhone(state, now);
    case 'answered':
      return answered(state, event, now);
    case 'told':
      return told(state, event.event, now);
    case 'tick':
      return tick(state, now);
    default:
      return commonStep(state, event, now);
  }
}

function formStep(state: FaceState, event: FormEvent, now: number): Step {
  switch (event.type) {
    case 'edit':
      return edit(state, event.field, event.text);
    case 'leave-field':
      return leaveField(state, event.field);
    case 'play':
      return play(state, event);
    case 'send':
      return send(state, now);
    case 'edit-otp':
      return editOtp(state, event.text, now);
    case 'submit-otp':
      return submitOtp(state, now);
    case 'resend':
      return resend(state, now);
  }
}

function answered(state: FaceState, event: Answered, now: number): Step {
  switch (event.name) {
    case 'kiosk.describe':
      return described(state, event, now);
    case 'consent.read':
      return noticeAnswered(state, event);
    case 'verification.start':
    case 'verification.get':
    case 'verification.submitOtp':
    case 'verification.resendOtp':
      return verificationAnswered(state, event, now);
    case 'pass.use':
      return passUsed(state, event, now);
    case 'pass.issue':
      return passIssued(state, event);
    case 'phone.invite':
      return phoneInvited(state, event, now);
    case 'phone.get':
      return phoneSeen(state, event, now);
    case 'consent.decline':
    case 'verification.cancel':
    case 'phone.cancel':
      // The visitor has gone on: there is nothing to say to anybody.
      return to(state);
  }
}
