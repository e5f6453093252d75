/** Days and moments as people give them, in the site's time zone, as the log writes its times. Pure. */

/** A day, or a moment with or without seconds; with Z in UTC. */
const form = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z)?)?$/;

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Reads the beginning (`from`) or the end (`to`) of a range; the end is the first moment that is no longer in it, so
 * that a day given as the end is in the range.
 * @returns ISO 8601 in UTC with milliseconds, or undefined when the text is no day and no moment
 */
export function readMoment(text: string, timeZone: string, edge: 'from' | 'to'): string | undefined {
  const match = form.exec(text);
  if (match === null) {
    return undefined;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, Number((match[7] ?? '').padEnd(3, '0')));
  const isDay = match[4] === undefined;
  if (new Date(wall).toISOString().slice(0, 10) !== text.slice(0, 10) || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  const meant = isDay && edge === 'to' ? wall + dayMs : wall;
  return new Date(match[8] === 'Z' ? meant : toUtc(meant, timeZone)).toISOString();
}

/** The moment at which clocks of the zone show this; where they show it twice or never, the one of the offset before. */
function toUtc(wall: number, timeZone: string): number {
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

/** Milliseconds that the clocks of a zone are ahead of UTC. */
function offsetAt(moment: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const read = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  const shown = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}
