/**
 * Periods of the calendar: how long rows are kept. A year is an anniversary, not 365 days (trust.md).
 * Part of the core.
 */

/** So many days, weeks, months or years of the calendar. */
export interface Period {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

/** Reads `13 months`, `1 year`, `90 days`; undefined when the text is something else. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^([1-9][0-9]{0,3}) +(day|week|month|year)s?$/.exec(text.trim());
  const unit = (['day', 'week', 'month', 'year'] as const).find((each) => each === match?.[2]);
  return unit === undefined ? undefined : { count: Number(match?.[1]), unit };
}

/** Writes a period as {@link parsePeriod} reads it. */
export function formatPeriod({ count, unit }: Period): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** The moment a period after a moment, both in milliseconds since 1970; 31 January + 1 month is the last of February. */
export function addPeriod(at: number, { count, unit }: Period): number {
  const date = new Date(at);
  if (unit === 'day' || unit === 'week') {
    date.setUTCDate(date.getUTCDate() + count * (unit === 'week' ? 7 : 1));
    return date.getTime();
  }
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1));
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}

/** Whether the first period is never the longer one, whenever it starts (months and years differ in length). */
export function isNeverLonger(first: Period, second: Period): boolean {
  const starts = Array.from({ length: 48 }, (_, month) => Date.UTC(2000, month, 1));
  return starts.every((start) => addPeriod(start, first) <= addPeriod(start, second));
}
