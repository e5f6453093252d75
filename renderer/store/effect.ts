/**
 * What a step wants done outside: calls to the core, sounds, another language. Written down as data, so that steps
 * stay pure.
 * Runs in the face.
 */

import type { Answer, CallName, InputOf, Locale, OutputOf } from '../../main/contract/public.ts';
import type { Cue } from '../sounds/chimes.ts';

/** The calls that the visit makes. */
export type FaceCall = Extract<
  CallName,
  | 'kiosk.describe'
  | 'consent.read'
  | 'consent.decline'
  | 'verification.start'
  | 'verification.get'
  | 'verification.submitOtp'
  | 'verification.resendOtp'
  | 'verification.cancel'
  | 'pass.use'
  | 'pass.issue'
  | 'phone.invite'
  | 'phone.get'
  | 'phone.cancel'
>;

/** A question to the core; its answer comes back with the same ticket. */
export type CallEffect = {
  readonly [N in FaceCall]: {
    readonly kind: 'call';
    readonly name: N;
    readonly input: InputOf<N>;
    readonly ticket: number;
  };
}[FaceCall];

/** The answer to it. */
export type Answered = {
  readonly [N in FaceCall]: {
    readonly type: 'answered';
    readonly name: N;
    readonly ticket: number;
    readonly answer: Answer<OutputOf<N>>;
  };
}[FaceCall];

/** The answer to one call. */
export type AnsweredBy<N extends FaceCall> = Extract<Answered, { readonly name: N }>;

export type Effect =
  | CallEffect
  | { readonly kind: 'sound'; readonly cue: Cue }
  | { readonly kind: 'speak'; readonly locale: Locale }
  /** Listen to the terminal, anew where one has listened before: a broken stream does not always come back by itself. */
  | { readonly kind: 'listen' };
