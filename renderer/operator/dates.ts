/**
 * Times as staff read them: in the time zone of the site, as India writes them.
 * Runs in the operator face.
 */
import { useMemo } from 'preact/hooks';
import { useDesk } from './desk-context.ts';
import { useDeskLocale } from './locale.ts';
import { type DeskLocale, formatLocales } from './words.ts';

/** Writes moments; each takes ISO 8601 text or milliseconds since 1970. */
export interface Dates {
  /** "9:41 am" */
  time(at: string | number): string;
  /** "31 Jan 2026" */
  day(at: string | number): string;
  /** "Saturday, 31 January 2026" */
  longDay(at: string | number): string;
  /** "31 Jan 2026, 9:41:07 am" */
  moment(at: string | number): string;
  /** The day of the site's wall in which a moment lies: "2026-01-31". */
  dayKey(at: string | number): string;
}

/** Builds the writer of dates for a language and a time zone. */
export function buildDates(locale: DeskLocale, timeZone: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(formatLocales[locale], { timeZone, ...options });
    return (at: string | number) => formatter.format(new Date(at));
  };
  // Sweden writes dates as ISO 8601 does.
  const keys = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return {
    time: format({ hour: 'numeric', minute: '2-digit' }),
    day: format({ dateStyle: 'medium' }),
    longDay: format({ dateStyle: 'full' }),
    moment: format({ dateStyle: 'medium', timeStyle: 'medium' }),
    dayKey: (at) => keys.format(new Date(at)),
  };
}

/** The writer of dates of the moment's language and this site. */
export function useDates(): Dates {
  const locale = useDeskLocale();
  const { timezone } = useDesk().description.site;
  return useMemo(() => buildDates(locale, timezone), [locale, timezone]);
}
