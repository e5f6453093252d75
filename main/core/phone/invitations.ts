/**
 * The invitations of this terminal's kiosks: one a kiosk, one use, two minutes. In memory only, as the verifications
 * are: what must outlive the process is a row in the log. Part of the core.
 */
import { timingSafeEqual } from 'node:crypto';
import {
  type Answer,
  answer,
  type EmbedSession,
  type Invitation,
  type InvitationState,
  type Locale,
  problem,
  type SnapshotIn,
  type VerificationSnapshot,
} from '../../contract/public.ts';
import { type Caller, channelOf, ownerOf } from '../dispatch/caller.ts';
import type { EmbedTokens } from '../embed/embed-tokens.ts';
import type { CancelTimer, Clock, Random } from '../ports.ts';
import { sha256 } from '../tree/sha256.ts';
import type { VisitCaller } from '../verification/context.ts';
import {
  type Invited,
  invitationMs,
  type PhoneSession,
  rememberMs,
  type Stage,
  sessionMs,
  viewOf,
} from './invitation.ts';

const noTimer: CancelTimer = () => {};

export interface InvitationParts {
  /** Ends what a phone has open, with its row. */
  readonly verification: { cancel(caller: VisitCaller, id: string): Promise<Answer<VerificationSnapshot>> };
  readonly tokens: Pick<EmbedTokens, 'issue'>;
  /** How phones reach this terminal. */
  readonly publicUrl: string;
  readonly clock: Pick<Clock, 'monotonic' | 'after'>;
  readonly random: Random;
}

/** What a kiosk invites a phone to. */
export interface Wanted {
  readonly locale: Locale;
  readonly purposes: readonly string[];
}

export interface Invitations {
  /** A new one; the one that this kiosk had before is over. */
  invite(kiosk: Caller, wanted: Wanted): Invitation;
  find(kiosk: Caller, id: string): Invited | undefined;
  view(invited: Invited): InvitationState;
  /** Takes it up: the first who shows its token, and nobody after that. Whatever else was shown is `not-found`. */
  accept(token: string): Answer<EmbedSession>;
  /** The invitation that a phone has taken up, while the phone may do something with it. */
  ofPhone(phone: Caller): { readonly invited: Invited; readonly session: PhoneSession } | undefined;
  /** The decision is in the log. */
  decide(invited: Invited, session: PhoneSession, snapshot: SnapshotIn<'decided'>): void;
  /** It is over without a decision, unless one was just being written: settles when the row of what was open is. */
  end(invited: Invited): Promise<Answer<InvitationState>>;
  /** Ends the clock's work. */
  close(): void;
}

/** Builds the register. */
export function buildInvitations(parts: InvitationParts): Invitations {
  const { tokens, publicUrl, clock, random } = parts;
  const ofKiosks = new Map<string, Invited>();
  const ofPhones = new Map<string, Invited>();
  const randomId = (bytes: number) => Buffer.from(random.bytes(bytes)).toString('base64url');
  const view = (invited: Invited) => viewOf(invited, clock.monotonic());

  const schedule = (invited: Invited, milliseconds: number, run: () => void) => {
    invited.cancelTimer();
    invited.cancelTimer = clock.after(milliseconds, run);
  };
  /** Goes to a stage that nothing follows, and is forgotten after a while. */
  const settle = (invited: Invited, stage: Stage) => {
    invited.stage = stage;
    if (ofKiosks.get(invited.kiosk) === invited) {
      schedule(invited, rememberMs, () => forget(invited));
    }
  };
  const letGo = ({ caller, token }: PhoneSession) => {
    token.end();
    ofPhones.delete(caller.id);
  };
  const forget = (invited: Invited) => {
    invited.cancelTimer();
    if (invited.stage.state === 'decided') {
      letGo(invited.stage.session);
    }
    if (ofKiosks.get(invited.kiosk) === invited) {
      ofKiosks.delete(invited.kiosk);
    }
  };
  const end = async (invited: Invited): Promise<Answer<InvitationState>> => {
    const { stage } = invited;
    if (stage.state === 'waiting') {
      settle(invited, { state: 'ended' });
    }
    return stage.state === 'opened' ? endSession(invited, stage.session) : answer(view(invited));
  };
  const endSession = async (invited: Invited, session: PhoneSession) => {
    letGo(session);
    settle(invited, { state: 'ended' });
    const open = session.verification;
    const left = open === undefined ? undefined : await parts.verification.cancel(visitCallerOf(session.caller), open);
    if (left?.ok === true && left.value.state === 'decided') {
      // Its row was being written at this moment: what is in the log is what the kiosk shows (D1).
      settle(invited, decidedStage(session, left.value));
    }
    return left?.ok === false && left.error.code === 'log-unavailable' ? left : answer(view(invited));
  };
  const open = (invited: Invited): Answer<EmbedSession> => {
    const caller: Caller = { kind: 'embed', id: `phone:${randomId(16)}`, atTerminal: true };
    // The token outlives the time for trying, so that a decision of the last moment can still be read.
    const token = tokens.issue(caller, sessionMs + rememberMs);
    const until = clock.monotonic() + sessionMs;
    invited.stage = {
      state: 'opened',
      session: { caller, token, until, verification: undefined, starting: false },
    };
    ofPhones.set(caller.id, invited);
    schedule(invited, sessionMs, () => void end(invited));
    const { locale, purposes } = invited;
    return answer({ token: token.token, expiresInMs: sessionMs, purposes: [...purposes], origins: [], locale });
  };

  return {
    invite(kiosk, { locale, purposes }) {
      const owner = ownerOf(kiosk);
      const before = ofKiosks.get(owner);
      if (before !== undefined) {
        // Its row, where there is one, is written meanwhile; a fault of the log is reported there.
        void end(before);
        forget(before);
      }
      const token = randomId(32);
      const stage: Stage = { state: 'waiting', until: clock.monotonic() + invitationMs, hash: hashOf(token) };
      const invited: Invited = { id: randomId(16), kiosk: owner, locale, purposes, stage, cancelTimer: noTimer };
      ofKiosks.set(owner, invited);
      schedule(invited, invitationMs, () => settle(invited, { state: 'expired' }));
      return { id: invited.id, url: `${publicUrl}/phone#${token}`, expiresInMs: invitationMs };
    },
    find(kiosk, id) {
      const invited = ofKiosks.get(ownerOf(kiosk));
      return invited?.id === id ? invited : undefined;
    },
    view,
    accept(token) {
      const hash = hashOf(token);
      const now = clock.monotonic();
      // All are looked at, whichever fits: the time that it takes tells nothing of what was shown.
      const fitting = Array.from(ofKiosks.values()).filter(
        ({ stage }) => stage.state === 'waiting' && timingSafeEqual(stage.hash, hash) && now < stage.until,
      );
      return fitting[0] === undefined ? problem('not-found') : open(fitting[0]);
    },
    ofPhone(phone) {
      const invited = ofPhones.get(phone.id);
      const stage = invited?.stage;
      return invited === undefined || (stage?.state !== 'opened' && stage?.state !== 'decided')
        ? undefined
        : { invited, session: stage.session };
    },
    decide: (invited, session, snapshot) => settle(invited, decidedStage(session, snapshot)),
    end,
    close() {
      for (const invited of ofKiosks.values()) {
        invited.cancelTimer();
      }
      ofKiosks.clear();
      ofPhones.clear();
    },
  };
}

function hashOf(token: string): Uint8Array {
  return sha256(Buffer.from(token));
}

function decidedStage(session: PhoneSession, { decision, seq, checkCode }: SnapshotIn<'decided'>): Stage {
  return { state: 'decided', session, decision, seq, checkCode };
}

/** The phone as the verifications know it. */
export function visitCallerOf(caller: Caller): VisitCaller {
  return { owner: ownerOf(caller), channel: channelOf(caller), atTerminal: caller.atTerminal };
}
