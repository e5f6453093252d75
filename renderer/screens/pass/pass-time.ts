/**
 * Until when a pass holds, as a person says it.
 * Runs in the face.
 */

import type { Locale } from '../../../main/contract/public.ts';
import { digitsOf } from '../../i18n/digits.ts';

/**
 * The time on the wall of the site; with the day where that is not today.
 * @param expiresAt ISO 8601
 * @param now milliseconds since 1970
 */
export function formatUntil(locale: Locale, timeZone: string, expiresAt: string, now: number): string {
  const until = Date.parse(expiresAt);
  const day = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  const isToday = day.format(until) === day.format(now);
  const time = { timeZone, hour: 'numeric', minute: '2-digit' } as const;
  const format = isToday ? time : ({ ...time, weekday: 'long', day: 'numeric', month: 'long' } as const);
  return new Intl.DateTimeFormat(locale, { ...digitsOf(locale), ...format }).format(until);
}
