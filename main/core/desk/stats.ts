/**
 * A day at a glance. The entry index counts by quarters of an hour, of which the hours and days of every time zone are
 * made, also those that are half an hour beside UTC; rows that are not in it yet are counted one by one.
 * Part of the core.
 */
import type { EntryStats, OutcomeCounts } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { quarterOf } from '../entry-index/cells.ts';
import { selectIndexedTo } from '../entry-index/entry-index-sql.ts';
import { isDamage } from '../entry-index/mend.ts';
import { readMoment } from '../export/moment.ts';
import { type QuarterCount, selectNewCounts, selectQuarterCounts } from './stats-sql.ts';
import { wallTime } from './wall-clock.ts';

/**
 * Counts a day (`2026-01-31`) of the site's time zone.
 * @returns undefined when there is no such day
 */
export function countDay(
  database: ReadDatabase,
  day: string,
  timeZone: string,
): Pick<EntryStats, 'day' | 'total' | 'hours'> | undefined {
  const from = readMoment(day, timeZone, 'from');
  const until = readMoment(day, timeZone, 'to');
  if (from === undefined || until === undefined) {
    return undefined;
  }
  let total = noVisits;
  const hours = new Map<string, OutcomeCounts>();
  for (const kind of selectCounts(database, from, until)) {
    const { hour } = wallTime(Date.parse(`${kind.quarter}:00.000Z`), timeZone);
    hours.set(hour, addVisits(hours.get(hour) ?? noVisits, kind));
    total = addVisits(total, kind);
  }
  const known = Array.from(hours, ([hour, counts]) => ({ hour, counts }));
  return { day, total, hours: known.sort((a, b) => a.hour.localeCompare(b.hour)) };
}

/** The visits between two moments. An index that is damaged is passed by: then the log itself is counted. */
function selectCounts(database: ReadDatabase, from: string, until: string): QuarterCount[] {
  try {
    const indexedTo = selectIndexedTo(database);
    const indexed = selectQuarterCounts(database, quarterOf(from), quarterOf(until));
    return [...indexed, ...selectNewCounts(database, indexedTo, from, until)];
  } catch (error) {
    if (!isDamage(error)) {
      throw error;
    }
    return selectNewCounts(database, 0, from, until);
  }
}

const noVisits: OutcomeCounts = {
  admitted: 0,
  referred: 0,
  refused: 0,
  declined: 0,
  notVerified: 0,
  fault: 0,
  byHand: { admitted: 0, referred: 0, refused: 0 },
};

/** Decisions by hand are counted apart: they are not among the others. */
function addVisits(counts: OutcomeCounts, { outcome, channel, count }: QuarterCount): OutcomeCounts {
  switch (outcome) {
    case 'admitted':
    case 'referred':
    case 'refused':
      return channel === 'operator'
        ? { ...counts, byHand: { ...counts.byHand, [outcome]: counts.byHand[outcome] + count } }
        : { ...counts, [outcome]: counts[outcome] + count };
    case 'not-verified':
      return { ...counts, notVerified: counts.notVerified + count };
    case 'declined':
    case 'fault':
      return { ...counts, [outcome]: counts[outcome] + count };
  }
}
