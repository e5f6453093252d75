/** The clock on the site's wall. Pure. */

/** A moment as the clocks of a zone show it. */
export interface WallTime {
  /** `2026-01-31`. */
  readonly day: string;
  /** `00` to `23`. */
  readonly hour: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of the zone show at a moment, in milliseconds since 1970. */
export function wallTime(moment: number, timeZone: string): WallTime {
  const format = formats.get(timeZone) ?? buildFormat(timeZone);
  formats.set(timeZone, format);
  const part = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const read = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? '';
  return { day: `${read('year').padStart(4, '0')}-${read('month')}-${read('day')}`, hour: read('hour') };
}

function buildFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
}
