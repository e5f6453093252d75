/**
 * Which times erasing relies on: erasing cannot be undone, and a clock can be wrong (docs/decisions/0006).
 * Part of the core.
 */
import type { ReadDatabase } from '../db/database.ts';
import { writtenAfter } from '../entry-log/clock-judgement.ts';
import { type Cursor, type KeptRow, selectNewestDecided, selectNextBetween, selectNextVouched } from './erasure-sql.ts';

/** So far ahead of the upstream's last answer a clock may be after the terminal has been switched off. */
const longestAwayMs = 2 * 365 * 24 * 60 * 60 * 1000;

/**
 * Whether the machine's time (milliseconds since 1970) may decide that somebody's time is over. The last answer of the
 * upstream vouches for the clock of its moment: it came through TLS, and certificates have dates.
 */
export function isTimeTrusted(database: ReadDatabase, now: number): boolean {
  const answered = Date.parse(selectNewestDecided(database) ?? '');
  const known = Number.isNaN(answered) ? writtenAfter : Math.max(writtenAfter, answered);
  return now >= writtenAfter && now - known <= longestAwayMs;
}

/** When a row was written, as far as it can be told: never too early. Undefined while nothing tells. */
export type TimeOfRow = (row: KeptRow) => number | undefined;

/**
 * Builds it for one moment. A row whose own time is in doubt counts from the next one whose time is not; where there is
 * none, from its own if that is possible at all, else from the next one with a possible time.
 */
export function buildTimeOfRow(database: ReadDatabase, now: number): TimeOfRow {
  const from = new Date(writtenAfter).toISOString();
  const until = new Date(now).toISOString();
  const nextVouched = remember((seq) => selectNextVouched(database, seq, until));
  const nextPossible = remember((seq) => selectNextBetween(database, seq, from, until));
  return ({ seq, at, clock, status }) => {
    const isApart = clock === 'ahead-of-upstream' || clock === 'behind-upstream';
    if ((clock === 'ok' || (status !== null && !isApart)) && at <= until) {
      return Date.parse(at);
    }
    const possible = at >= from && at <= until ? { seq, at } : undefined;
    const counted = nextVouched(seq) ?? possible ?? nextPossible(seq);
    return counted === undefined ? undefined : Date.parse(counted.at);
  };
}

/** Remembers the last answer: all rows up to the found one have the same, and a search without an end is made once. */
function remember(find: (seq: number) => Cursor | undefined): (seq: number) => Cursor | undefined {
  let asked = Number.POSITIVE_INFINITY;
  let found: Cursor | undefined;
  return (seq) => {
    if (seq < asked || (found !== undefined && seq >= found.seq)) {
      asked = seq;
      found = find(seq);
    }
    return found;
  };
}
