/**
 * An invitation as a union that owns its data, and what its kiosk may see of it. Times are of the monotonic clock, in
 * milliseconds: nobody lengthens an invitation by setting the clock (D4). Part of the core.
 */
import type { InvitationState, Locale, SnapshotIn } from '../../contract/public.ts';
import type { Caller } from '../dispatch/caller.ts';
import type { EmbedToken } from '../embed/embed-tokens.ts';
import type { CancelTimer } from '../ports.ts';

/** How long a code can be scanned. */
export const invitationMs = 120_000;
/** How long the phone that took it up may try. */
export const sessionMs = 600_000;
/** How long the phone can still read its decision, and the kiosk what became of an invitation. */
export const rememberMs = 60_000;

/** The phone that took it up. */
export interface PhoneSession {
  readonly caller: Caller;
  readonly token: EmbedToken;
  readonly until: number;
  /** The verification that is open or was the last one. */
  verification: string | undefined;
  /** A code is just being asked for. */
  starting: boolean;
}

export type Stage =
  /** The code is on the screen. `hash` is the SHA-256 of the token: the token itself is kept nowhere. */
  | { readonly state: 'waiting'; readonly until: number; readonly hash: Uint8Array }
  | { readonly state: 'opened'; readonly session: PhoneSession }
  /** The phone may still read its own decision. */
  | ({ readonly state: 'decided'; readonly session: PhoneSession } & Pick<
      SnapshotIn<'decided'>,
      'decision' | 'seq' | 'checkCode'
    >)
  | { readonly state: 'ended' }
  | { readonly state: 'expired' };

/** One kiosk's invitation. */
export interface Invited {
  readonly id: string;
  /** The kiosk's caller, which alone may ask about it. */
  readonly kiosk: string;
  readonly locale: Locale;
  /** For which purposes the phone may verify. */
  readonly purposes: readonly string[];
  stage: Stage;
  cancelTimer: CancelTimer;
}

/** What the kiosk may see at this moment: nothing of the person. */
export function viewOf({ id, stage }: Invited, now: number): InvitationState {
  switch (stage.state) {
    case 'waiting':
      return now < stage.until
        ? { id, state: 'waiting', expiresInMs: Math.ceil(stage.until - now) }
        : { id, state: 'expired' };
    case 'decided': {
      const { decision, seq, checkCode } = stage;
      return { id, state: 'decided', decision, seq, checkCode };
    }
    case 'opened':
    case 'ended':
    case 'expired':
      return { id, state: stage.state };
  }
}
