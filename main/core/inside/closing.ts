/** When the venue closes by the clock on its wall, and who had come before. Pure. */
import { wallTime } from '../desk/wall-clock.ts';
import { readMoment } from '../export/moment.ts';
import type { People } from './presence.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The last closing at or before a moment.
 * @param now milliseconds since 1970
 * @param closesAt `22:00` in the site's time zone
 * @returns ISO 8601 in UTC
 */
export function lastClosing(now: number, closesAt: string, timeZone: string): string {
  const moment = new Date(now).toISOString();
  // A day of the wall is 25 hours at most, and so the closing of one of these three days it is.
  const closings = [0, dayMs, 2 * dayMs].map((back) => {
    const { day } = wallTime(now - back, timeZone);
    return readMoment(`${day}T${closesAt}`, timeZone, 'from');
  });
  const last = closings.find((closing) => closing !== undefined && closing <= moment);
  if (last === undefined) {
    throw new TypeError('a closing time that the configuration should not have let through');
  }
  return last;
}

/** The last person who is still inside and came before that moment. Whose time is in doubt goes with those after them. */
export function lastBefore(people: People, moment: string): number | undefined {
  const earlier = Array.from(people).filter(([, at]) => at !== undefined && at < moment);
  return earlier.at(-1)?.[0];
}
