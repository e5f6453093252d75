import fc from 'fast-check';
import { expect, it } from 'vitest';
import { transaction } from '../../../../main/core/db/database.ts';
import { countDay } from '../../../../main/core/desk/stats.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { type DeskLog, openDeskLog } from './desk-log.ts';

const visit: EntryDraft = { outcome: 'admitted', channel: 'kiosk', purpose: 'visitor', status: 2 };
const byHand: EntryDraft = { outcome: 'admitted', channel: 'operator', operator: 'abc123', reason: 'No phone' };

/** Writes a row at a moment. */
function writeAt(desk: DeskLog, at: string, draft: EntryDraft = visit): void {
  desk.clock.jump(Date.parse(at) - desk.clock.now());
  desk.log.append(draft);
}

it.each([
  // Where the clock is half an hour beside UTC, an hour of UTC is parted by the hour and the day on the wall.
  ['Asia/Kolkata', '2026-01-15', '2026-01-14T18:30:00.000Z', '2026-01-15T18:30:00.000Z'],
  ['Asia/Kathmandu', '2026-01-15', '2026-01-14T18:15:00.000Z', '2026-01-15T18:15:00.000Z'],
  // The day on which clocks go forward has 23 hours.
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
] as const)('in %s the day %s begins and ends at its midnights', (timeZone, day, from, until) => {
  const desk = openDeskLog(makeTemporaryFolder());
  const shift = (at: string, milliseconds: number) => new Date(Date.parse(at) + milliseconds).toISOString();
  for (const at of [shift(from, -1), from, shift(until, -1), until]) {
    writeAt(desk, at);
  }
  for (const index of [() => {}, desk.index]) {
    index();
    const counted = countDay(desk.database, day, timeZone);
    expect(counted?.total.admitted).toBe(2);
    expect(counted?.hours.map(({ hour, counts }) => [hour, counts.admitted])).toEqual([
      ['00', 1],
      ['23', 1],
    ]);
  }
  desk.close();
});

it('counts how visits ended, decisions by hand apart, and no acts', () => {
  const desk = openDeskLog(makeTemporaryFolder());
  const outcomes = ['admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault'] as const;
  for (const [index, outcome] of outcomes.entries()) {
    const decided = index < 3 ? { status: 2 as const } : {};
    for (let times = 0; times <= index; times += 1) {
      writeAt(desk, '2026-01-15T04:40:00.000Z', { outcome, channel: 'kiosk', ...decided });
    }
  }
  writeAt(desk, '2026-01-15T05:10:00.000Z', byHand);
  writeAt(desk, '2026-01-15T05:10:00.000Z', { ...byHand, outcome: 'refused' });
  writeAt(desk, '2026-01-15T05:10:00.000Z', { outcome: 'act', channel: 'operator', reason: 'view: list' });
  const own = { admitted: 1, referred: 2, refused: 3, declined: 4, notVerified: 5, fault: 6 };
  const none = { admitted: 0, referred: 0, refused: 0 };
  const atHand = { ...none, admitted: 1, refused: 1 };
  expect(countDay(desk.database, '2026-01-15', 'Asia/Kolkata')).toEqual({
    day: '2026-01-15',
    total: { ...own, byHand: atHand },
    hours: [{ hour: '10', counts: { ...own, byHand: atHand } }],
  });
  desk.close();
});

it('counts the same as looking at each row, in every zone, indexed or not', () => {
  const desk = openDeskLog(makeTemporaryFolder());
  const start = Date.parse('2026-03-28T00:00:00.000Z');
  const times: number[] = [];
  transaction(desk.database, () => {
    for (let row = 0; row < 1_500; row += 1) {
      const at = start + ((row * 7_919) % 4_320) * 60_000;
      times.push(at);
      writeAt(desk, new Date(at).toISOString());
    }
  });
  const zones = fc.constantFrom(
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
  );
  const days = fc.constantFrom('2026-03-28', '2026-03-29', '2026-03-30', '2026-04-05');
  const check = () =>
    fc.assert(
      fc.property(zones, days, (timeZone, day) => {
        const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
        const shown = times.map((at) => wall.format(at)).filter((text) => text.startsWith(day));
        const hours = Object.entries(Object.groupBy(shown, (text) => text.slice(11, 13)));
        const counted = countDay(desk.database, day, timeZone);
        expect(counted?.total.admitted).toBe(shown.length);
        expect(counted?.hours.map(({ hour, counts }) => [hour, counts.admitted])).toEqual(
          hours.map(([hour, each]) => [hour, each?.length]).sort(),
        );
      }),
      { numRuns: 60 },
    );
  check();
  desk.index();
  check();
  desk.close();
});

it('there are days that are none', () => {
  const desk = openDeskLog(makeTemporaryFolder());
  expect(countDay(desk.database, '2026-02-30', 'Asia/Kolkata')).toBeUndefined();
  expect(countDay(desk.database, '2026-02-28', 'Asia/Kolkata')).toMatchObject({ hours: [] });
  desk.close();
});
