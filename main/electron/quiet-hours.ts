/**
 * The hours of the night in which the program may be replaced, by the venue's wall clock.
 * Runs in Electron's main process; pure.
 */
import type { Settings } from '../core/kiosk.ts';

/** From, to: minutes since midnight; where `to` is the smaller one, midnight lies between. */
export type QuietHours = NonNullable<Settings['updates']>['quietHours'];

/**
 * Whether a moment lies in the quiet hours; their last minute is out.
 * @param at milliseconds since 1970
 * @param timeZone a name of the IANA list
 */
export function isQuiet(at: number, timeZone: string, { from, to }: QuietHours): boolean {
  const minute = minuteOfDay(at, timeZone);
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minuteOfDay(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric' });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return (parts.get('hour') ?? 0) * 60 + (parts.get('minute') ?? 0);
}
