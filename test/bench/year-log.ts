/**
 * A log of a million rows as a year at a busy gate leaves them: visits of every kind, some of them very rare, by day and
 * not by night, and one day with 50,000 of them. Part of `npm run bench`.
 */
import type { EntryDraft, Outcome } from '../../main/core/entry-log/entry.ts';
import type { Clock } from '../../main/core/ports.ts';
import { buildClock } from '../../main/platform/clock.ts';
import { consent } from './append.ts';
import { largeRows, makeLargeLog } from './large-log.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** The gate opens at eight in India, for twelve hours. */
const opening = Date.parse('2026-02-01T02:30:00.000Z');
const openMs = 12 * 60 * 60 * 1000;
const days = 365;

/** The day with most visits, and how many. */
export const busyDay = { day: '2026-08-20', index: 200, rows: 50_000 };
const rowsADay = Math.ceil((largeRows - busyDay.rows) / (days - 1));

/** Operators by how much they do. */
export const operators = ['abc123', 'def456', 'ghi789', 'rare01'] as const;
/** A name that is in the log a few times. */
export const rareName = 'Xerxes Quill';
/** Every so many rows one is of a very rare kind. */
const rareEvery = 40_000;

/** Makes the log. @returns its data folder */
export function makeYearLog(folder: string): string {
  let row = 0;
  const real = buildClock();
  const clock: Clock = { ...real, now: () => momentOf(row) };
  return makeLargeLog(folder, {
    clock,
    draftOf: (next) => {
      row = next;
      return draftOf(next);
    },
  });
}

/** When a row is written: the days one after the other, the rows of a day spread over it. */
export function momentOf(row: number): number {
  const before = busyDay.index * rowsADay;
  if (row < before) {
    return spread(Math.floor(row / rowsADay), row % rowsADay, rowsADay);
  }
  if (row < before + busyDay.rows) {
    return spread(busyDay.index, row - before, busyDay.rows);
  }
  const after = row - before - busyDay.rows;
  return spread(busyDay.index + 1 + Math.floor(after / rowsADay), after % rowsADay, rowsADay);
}

function spread(day: number, place: number, rows: number): number {
  return opening + day * dayMs + Math.floor((place * openMs) / rows);
}

/** A number from 0 to 1 that is always the same for the same row. */
function chance(row: number, salt: number): number {
  return (Math.imul(row + 1, 2_654_435_761 + salt * 40_503) >>> 0) / 2 ** 32;
}

/** The mobile number of a row: people come back. */
export function mobileOf(row: number): string {
  return String(9_000_000_000 + Math.floor(chance(row, 3) * 200_000));
}

const given = ['Asha', 'Ravi', 'Meera', 'Vikram', 'Zoya', 'Kabir', 'Nisha', 'Om', 'Tara', 'Dev', 'Ishaan', 'Leela'];
const family = ['Kumari', 'Iyer', 'Rao', 'Khan', 'Sen', 'Das', 'Patel', 'Nair', 'Singh', 'Bose', 'Mehta', 'Joshi'];

function nameOf(row: number): string {
  const pick = (words: readonly string[], salt: number) => words[Math.floor(chance(row, salt) * words.length)];
  return row % rareEvery === 77 ? rareName : `${pick(given, 1)} ${pick(family, 2)}`;
}

const shares: readonly (readonly [Outcome, number])[] = [
  ['admitted', 0.8],
  ['referred', 0.87],
  ['refused', 0.91],
  ['declined', 0.95],
  ['not-verified', 0.985],
  ['fault', 0.995],
  ['act', 1],
];

function draftOf(row: number): EntryDraft {
  const share = chance(row, 4);
  const outcome = shares.find(([, below]) => share < below)?.[0] ?? 'admitted';
  const isDecision = outcome === 'admitted' || outcome === 'referred' || outcome === 'refused';
  const isRare = row % rareEvery === 99;
  if (outcome === 'act' || isRare || (isDecision && chance(row, 5) < 0.02)) {
    return byOperator(row, outcome, isRare);
  }
  return {
    outcome,
    channel: chance(row, 6) < 0.03 ? 'api' : 'kiosk',
    purpose: chance(row, 7) < 0.15 ? 'employee' : 'visitor',
    consent,
    ...(outcome === 'declined' ? {} : { person: { fullName: nameOf(row), mobileNumber: mobileOf(row) } }),
    ...(isDecision ? { status: 2, policy: `visitor@${'0'.repeat(64)}`, upstreamRef: '0'.repeat(64) } : {}),
    ...(outcome === 'fault' ? { reason: 'upstream-unavailable' } : {}),
  };
}

function byOperator(row: number, outcome: Outcome, isRare: boolean): EntryDraft {
  const operator = isRare ? operators[3] : operators[Math.floor(chance(row, 8) * 3)];
  const who = { channel: 'operator', ...(operator === undefined ? {} : { operator }) } as const;
  return outcome === 'act'
    ? { ...who, outcome, reason: 'view: list' }
    : { ...who, outcome: 'admitted', purpose: 'visitor', reason: 'No phone' };
}
