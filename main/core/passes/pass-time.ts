/**
 * Which time passes are judged by: a clock that was set back must not bring an expired pass back (D4).
 * Part of the core.
 */
import { type ReadDatabase, statement } from '../db/database.ts';
import { writtenAfter } from '../entry-log/clock-judgement.ts';

/** How far clocks may differ among the terminals of a site, and be set back by ordinary time keeping. */
export const toleranceMs = 2 * 60 * 1000;

/**
 * So many rows remember how late it has been. A clock that ran ahead for a while and was mended is believed again
 * after as many.
 */
const rememberedRows = 100;

/**
 * The time that passes are judged by, milliseconds since 1970: never behind what the newest rows have seen. Undefined
 * when the machine's clock is behind them, or before this program was written: then no pass can be judged.
 */
export function passTime(database: ReadDatabase, now: number): number | undefined {
  const known = Math.max(writtenAfter, Date.parse(selectLatest(database) ?? '') || writtenAfter);
  return now < known - toleranceMs ? undefined : Math.max(now, known);
}

/** The latest time among the newest rows whose clock nothing spoke against. */
function selectLatest(database: ReadDatabase): string | null {
  const sql = `SELECT max(at) AS latest FROM
    (SELECT at FROM entries WHERE clock = 'ok' ORDER BY seq DESC LIMIT ${rememberedRows})`;
  const { latest } = statement(database, sql).get() as { latest: string | null };
  return latest;
}
