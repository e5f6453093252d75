/**
 * The doctor's look at the clock of this machine.
 * Runs in Node, for the CLI.
 */
import { type HealthCheck, releasedOn } from '../../contract/public.ts';
import { fail, pass } from './check.ts';

const name = 'clock';
const todo = 'Set date and time of this machine, and have them kept by NTP.';

/** Signatures of the upstream may be this old (kyc-vs.md), in milliseconds. */
const mostApart = 5 * 60_000;
/** No terminal runs this long without an update, in milliseconds: a clock beyond it has jumped. */
const mostAfterRelease = 20 * 365 * 86_400_000;

/** What the clock can be compared with, in milliseconds since 1970. */
export interface KnownTimes {
  readonly now: number;
  /** When the newest entry was written. */
  readonly lastEntry?: number | undefined;
  /** What the upstream says that it is. */
  readonly upstream?: number | undefined;
}

/** Whether the clock is plausible: after this version was made, after the newest entry, and near the upstream's. */
export function checkClock({ now, lastEntry, upstream }: KnownTimes): HealthCheck {
  const shown = new Date(now).toISOString();
  const released = Date.parse(releasedOn);
  if (now < released || now > released + mostAfterRelease) {
    return fail(name, `${shown} cannot be: this version is of ${releasedOn}`, todo);
  }
  if (upstream !== undefined && Math.abs(now - upstream) > mostApart) {
    const minutes = Math.round((now - upstream) / 60_000);
    const by = `${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead of' : 'behind'}`;
    return fail(name, `${shown}, ${by} the upstream`, todo);
  }
  if (lastEntry !== undefined && now < lastEntry) {
    return fail(name, `${shown} is before the newest entry, ${new Date(lastEntry).toISOString()}`, todo);
  }
  return pass(name, shown);
}
