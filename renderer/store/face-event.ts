/**
 * All that can happen to the face: what a visitor does, what the core answers, what time brings.
 * Runs in the face.
 */
import type { KioskEvent, Locale } from '../../main/contract/public.ts';
import type { Answered } from './effect.ts';
import type { Field } from './screen.ts';

/** From the first touch to the purpose. */
export type ConsentEvent =
  | { readonly type: 'begin'; readonly locale: Locale }
  | { readonly type: 'reload-notice' }
  | { readonly type: 'answer-age'; readonly adult: boolean }
  | { readonly type: 'agree' }
  | { readonly type: 'decline' }
  | { readonly type: 'choose-purpose'; readonly purpose: string };

/** What is typed, and sent. */
export type FormEvent =
  | { readonly type: 'edit'; readonly field: Field; readonly text: string }
  | { readonly type: 'leave-field'; readonly field: Field }
  /** One touch on a person of the demonstration. */
  | { readonly type: 'play'; readonly fullName: string; readonly mobileNumber: string }
  | { readonly type: 'send' }
  | { readonly type: 'edit-otp'; readonly text: string }
  | { readonly type: 'submit-otp' }
  | { readonly type: 'resend' };

/** What can be done on every screen, and on every end. */
export type CommonEvent =
  | { readonly type: 'back' }
  | { readonly type: 'cancel' }
  | { readonly type: 'speak'; readonly locale: Locale }
  | { readonly type: 'ask-help' }
  | { readonly type: 'leave-help' }
  | { readonly type: 'stay' }
  /** Any touch or key at all. */
  | { readonly type: 'touch' }
  | { readonly type: 'done' }
  | { readonly type: 'more-time' }
  | { readonly type: 'try-again' };

/** A reader has typed a pass. */
export type PassEvent = { readonly type: 'use-pass'; readonly token: string };

/** The visitor goes on with a phone of their own, or wants a new code for it. */
export type PhoneEvent = { readonly type: 'use-phone' };

/** What a visitor does. */
export type VisitorEvent = ConsentEvent | FormEvent | CommonEvent | PassEvent | PhoneEvent;

export type FaceEvent =
  | VisitorEvent
  | Answered
  | { readonly type: 'told'; readonly event: KioskEvent }
  | { readonly type: 'tick' };
