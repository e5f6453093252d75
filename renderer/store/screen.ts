/**
 * The screens of a visit as a union that owns its data: what a visitor typed lives only in the members that still
 * need it, so that leaving a screen for an end wipes it.
 * Runs in the face. Times are of the monotonic clock, in milliseconds.
 */
import type {
  ConsentNotice,
  Decision,
  ErrorCode,
  Locale,
  Pass,
  SnapshotIn,
  VerificationSnapshot,
} from '../../main/contract/public.ts';

/** A field that is typed into. */
export type Field = 'fullName' | 'mobileNumber';

/** What a visitor has said so far. */
export interface Draft {
  /** Whether they are 18 or older; undefined until they say so. */
  readonly adult: boolean | undefined;
  /** The notice they agreed to, in the language in which it was shown. */
  readonly consent: { readonly version: string; readonly locale: Locale } | undefined;
  readonly purpose: string | undefined;
  readonly fullName: string;
  readonly mobileNumber: string;
}

/** The notice, while it is fetched, once it is here, or when it could not be had. */
export type NoticeView =
  | { readonly state: 'loading'; readonly ticket: number }
  | { readonly state: 'here'; readonly notice: ConsentNotice }
  | { readonly state: 'failed' };

/** Why one has to wait before a code can be asked for. */
export type WaitReason = 'code' | 'many' | 'busy';

export interface Wait {
  readonly reason: WaitReason;
  readonly until: number;
}

/** What the core said about the details. */
export type DetailsAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused-fields'; readonly fields: readonly Field[] }
  | ({ readonly kind: 'wait' } & Wait);

/** A verification that waits for its code. */
export interface OpenCode {
  readonly id: string;
  readonly revision: number;
  readonly expiresAt: number;
  readonly resendAt: number;
  readonly attemptsLeft: number;
  readonly maskedMobile: string;
  /** The core has forgotten it: a new code means a new verification. */
  readonly gone: boolean;
}

/** What is said about the code. */
export type CodeNote = 'wrong' | 'expired' | 'not-six' | 'new';

/** What is being waited for. */
export type Task =
  | { readonly kind: 'send' }
  | { readonly kind: 'resend'; readonly code: OpenCode }
  | { readonly kind: 'check'; readonly code: OpenCode };

/** What the visit came to, for those whom a person must see. */
export type ReceptionReason = 'declined' | 'under-age' | 'exhausted' | 'limit';

/** How long an end stays on the screen, and how often that was prolonged. */
export interface Ending {
  readonly endsAt: number;
  readonly extensions: number;
}

/** A pass with a result: while it is asked for, and once it is here. */
export type PassView = { readonly state: 'asked'; readonly ticket: number } | ({ readonly state: 'here' } & Pass);

/** How far the visitor's own phone is; `lookAt` is when to ask next, undefined while an answer is under way. */
export type PhoneView =
  | { readonly state: 'asked'; readonly ticket: number }
  | {
      readonly state: 'waiting';
      readonly id: string;
      readonly url: string;
      readonly endsAt: number;
      readonly ticket: number;
      readonly lookAt: number | undefined;
    }
  | { readonly state: 'opened'; readonly id: string; readonly ticket: number; readonly lookAt: number | undefined }
  /** It came to nothing. */
  | { readonly state: 'expired' | 'ended' | 'failed' };

export type Screen =
  | { readonly name: 'start' }
  | {
      readonly name: 'consent';
      readonly draft: Draft;
      readonly view: NoticeView;
      /** Said beside the question of age, or above the notice. */
      readonly note: 'age-first' | 'changed' | undefined;
    }
  | { readonly name: 'purpose'; readonly draft: Draft }
  | {
      readonly name: 'details';
      readonly draft: Draft;
      /** Fields that were left once: from then on their problems are said at once. */
      readonly left: readonly Field[];
      readonly answer: DetailsAnswer | undefined;
    }
  | {
      readonly name: 'code';
      readonly draft: Draft;
      readonly code: OpenCode;
      readonly otp: string;
      readonly note: CodeNote | undefined;
      readonly wait: Wait | undefined;
    }
  | {
      readonly name: 'checking';
      readonly draft: Draft;
      readonly task: Task;
      readonly ticket: number;
      readonly since: number;
      /** When to ask again how it stands; undefined while an answer is under way. */
      readonly lookAt: number | undefined;
    }
  | ({
      readonly name: 'result';
      readonly decision: Decision;
      readonly seq: number;
      readonly checkCode: string;
      readonly pass: PassView | undefined;
    } & Ending)
  /** The visitor goes on with a phone of their own; the purpose is the one that was chosen before, if any. */
  | { readonly name: 'phone'; readonly purpose: string | undefined; readonly view: PhoneView }
  /** A pass is being looked at. */
  | { readonly name: 'pass'; readonly ticket: number }
  /** It leads to nothing; `reason` is the core's word for staff. */
  | ({ readonly name: 'no-pass'; readonly reason: string } & Ending)
  | ({ readonly name: 'reception'; readonly reason: ReceptionReason } & Ending)
  | ({
      readonly name: 'failure';
      readonly code: ErrorCode;
      /** What was typed, when it is worth another try; it goes with the screen. */
      readonly draft: Draft | undefined;
    } & Ending);

export type ScreenName = Screen['name'];

/** One member of the union. */
export type ScreenOf<N extends ScreenName> = Extract<Screen, { readonly name: N }>;

/** Nothing said yet. */
export const emptyDraft: Draft = {
  adult: undefined,
  consent: undefined,
  purpose: undefined,
  fullName: '',
  mobileNumber: '',
};

/** The details, with what was typed before. */
export function openDetails(draft: Draft, answer?: DetailsAnswer): ScreenOf<'details'> {
  return { name: 'details', draft, left: [], answer };
}

/** Reads a waiting snapshot at the moment it came. */
export function openCode(snapshot: SnapshotIn<'awaiting-otp'>, now: number): OpenCode {
  const { id, revision, expiresInMs, resendInMs, attemptsLeft, maskedMobile } = snapshot;
  return {
    id,
    revision,
    expiresAt: now + expiresInMs,
    resendAt: now + resendInMs,
    attemptsLeft,
    maskedMobile,
    gone: false,
  };
}

/** Whether a snapshot tells of an earlier moment than what is known, or of another verification. */
export function isOlder(code: OpenCode, snapshot: VerificationSnapshot): boolean {
  return snapshot.id !== code.id || snapshot.revision < code.revision;
}
