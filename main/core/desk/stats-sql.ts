/** All SQL of counting visits. Functions take the handle first; times are ISO 8601 in UTC. */
import { type ReadDatabase, statement } from '../db/database.ts';
import type { Channel, Outcome } from '../entry-log/entry.ts';

/** Visits of a kind in a quarter of an hour, `2026-01-15T04:30` in UTC. */
export interface QuarterCount {
  readonly quarter: string;
  readonly outcome: Exclude<Outcome, 'act'>;
  readonly channel: Channel;
  readonly count: number;
}

/** The visits that the entry index counts from one quarter to another, without the latter. */
export function selectQuarterCounts(database: ReadDatabase, from: string, until: string): QuarterCount[] {
  const sql = `SELECT quarter, outcome, channel, sum(count) AS count FROM entry_groups
    WHERE quarter >= ? AND quarter < ? AND outcome <> 'act' GROUP BY quarter, outcome, channel`;
  return statement(database, sql).all(from, until) as QuarterCount[];
}

/** The visits after a row, from one moment to another, without the latter. */
export function selectNewCounts(database: ReadDatabase, after: number, from: string, until: string): QuarterCount[] {
  const quarter = "printf('%s%02d', substr(at, 1, 14), substr(at, 15, 2) / 15 * 15)";
  const sql = `SELECT ${quarter} AS quarter, outcome, channel, count(*) AS count FROM entries
    WHERE seq > ? AND at >= ? AND at < ? AND outcome <> 'act' GROUP BY 1, 2, 3`;
  return statement(database, sql).all(after, from, until) as QuarterCount[];
}
