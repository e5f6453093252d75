/** The visitor's own phone: a kiosk's invitation, and what becomes of it. Part of the core. */
import { answer, type ErrorCode, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { Handlers } from '../dispatch/dispatch.ts';
import { waitForRoom } from '../limits/window.ts';
import { guardPhones, type VisitHandlers } from './guard.ts';
import { buildInvitations, type InvitationParts } from './invitations.ts';
import { publicUrlOf } from './public-url.ts';

export type PhoneHandlers = Pick<Handlers, 'phone.invite' | 'phone.get' | 'phone.cancel' | 'phone.accept'>;

export interface PhoneParts extends Omit<InvitationParts, 'publicUrl'> {
  readonly settings: Pick<Settings, 'kiosk' | 'policy' | 'http'>;
  /** Why no visit may begin now, if so. */
  readonly outOfService: () => ErrorCode | undefined;
}

export interface Phones {
  readonly handlers: PhoneHandlers;
  /** Lays the rules for phones over the operations of a visit. */
  guard<H extends VisitHandlers>(handlers: H): H;
  /** Ends the clock's work; what phones have open is ended with all verifications. */
  close(): void;
}

/** More than anybody means: it keeps a hand on the screen from filling the memory. */
const perMinute = 30;
const minuteMs = 60_000;

/** Builds the operations. A venue without phones answers `conflict` to its kiosk, and no token leads anywhere. */
export function buildPhones(parts: PhoneParts): Phones {
  const { settings, outOfService, verification, clock } = parts;
  const invitations = buildInvitations({ ...parts, publicUrl: publicUrlOf(settings.http) });
  let recent: { at: number; count: number }[] = [];
  return {
    handlers: {
      'phone.invite': (caller, { locale, purpose }) => {
        if (!settings.kiosk.ownPhone) {
          return problem('conflict', { message: 'This venue does not offer it.' });
        }
        if (outOfService() !== undefined) {
          return problem('out-of-order');
        }
        const offered = Object.keys(settings.policy.purposes);
        if (purpose !== undefined && !offered.includes(purpose)) {
          return problem('invalid-input', { fields: [{ path: 'purpose', problem: 'not-offered' }] });
        }
        const now = clock.monotonic();
        const waitMs = waitForRoom(recent, now, minuteMs, perMinute, 1);
        if (waitMs > 0) {
          return problem('too-many-requests', { retryAfterMs: Math.ceil(waitMs) });
        }
        recent = [...recent.filter(({ at }) => at > now - minuteMs), { at: now, count: 1 }];
        return answer(invitations.invite(caller, { locale, purposes: purpose === undefined ? offered : [purpose] }));
      },
      'phone.get': (caller, { id }) => {
        const invited = invitations.find(caller, id);
        return invited === undefined ? problem('not-found') : answer(invitations.view(invited));
      },
      'phone.cancel': (caller, { id }) => {
        const invited = invitations.find(caller, id);
        return invited === undefined ? problem('not-found') : invitations.end(invited);
      },
      'phone.accept': (_caller, { token }) =>
        outOfService() === undefined ? invitations.accept(token) : problem('out-of-order'),
    },
    guard: (handlers) => guardPhones(handlers, { invitations, verification, clock }),
    close: () => invitations.close(),
  };
}
