/**
 * `consent.decline`: somebody does not agree. It is counted, with the notice that was shown and nothing of the person,
 * and leads to a human (P1).
 */
import { type Answer, answer, type InputOf, problem } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { CallerParty } from '../dispatch/caller.ts';
import type { AppendedEntry, Channel, EntryDraft } from '../entry-log/entry.ts';
import { waitForRoom } from '../limits/window.ts';
import type { Clock } from '../ports.ts';
import type { Notices } from './notices.ts';

/** Who declines: the way they came in, and the system that they were to be verified for. */
export interface DecliningCaller {
  readonly channel: Channel;
  readonly party?: CallerParty | undefined;
}

export type DeclineService = (
  caller: DecliningCaller,
  input: InputOf<'consent.decline'>,
) => Promise<Answer<{ seq: number }>>;

/** More than anybody means: it keeps a hand on the screen from filling the log. Each way in has its own room. */
const perMinute = 30;
const minuteMs = 60_000;

/** Builds it; `append` answers undefined when the row could not be written, which has been reported. */
export function buildDeclineService(parts: {
  readonly settings: Pick<Settings, 'policy'>;
  readonly notices: Notices;
  readonly append: (draft: EntryDraft) => Promise<AppendedEntry | undefined>;
  readonly clock: Clock;
}): DeclineService {
  const { settings, notices, append, clock } = parts;
  const recent = new Map<Channel, { at: number; count: number }[]>();
  return async ({ channel, party }, { purpose, locale, version }) => {
    const theirs = notices.of(party);
    const notice = theirs.read(locale);
    if (notice === undefined) {
      return problem('invalid-input', { fields: [{ path: 'locale', problem: 'not-offered' }] });
    }
    const isKnown = purpose === undefined || Object.hasOwn(settings.policy.purposes, purpose);
    if (!isKnown || (purpose !== undefined && party?.purposes.includes(purpose) === false)) {
      return problem('invalid-input', { fields: [{ path: 'purpose', problem: 'not-offered' }] });
    }
    if (version !== theirs.version) {
      return problem('consent-outdated');
    }
    const now = clock.monotonic();
    const before = recent.get(channel) ?? [];
    const waitMs = waitForRoom(before, now, minuteMs, perMinute, 1);
    if (waitMs > 0) {
      return problem('too-many-requests', { retryAfterMs: Math.ceil(waitMs) });
    }
    recent.set(channel, [...before.filter(({ at }) => at > now - minuteMs), { at: now, count: 1 }]);
    const consent = { version, locale, hash: notice.hash };
    const appended = await append({
      outcome: 'declined',
      channel,
      consent,
      ...(purpose === undefined ? {} : { purpose }),
      ...(party === undefined ? {} : { party: { id: party.id, nonce: party.nonce } }),
    });
    return appended === undefined ? problem('log-unavailable') : answer({ seq: appended.seq });
  };
}
