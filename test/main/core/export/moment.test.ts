import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMoment } from '../../../../main/core/export/moment.ts';

it.each([
  ['2026-01-31', 'Asia/Kolkata', 'from', '2026-01-30T18:30:00.000Z'],
  ['2026-01-31', 'Asia/Kolkata', 'to', '2026-01-31T18:30:00.000Z'],
  ['2026-01-31T09:30', 'Asia/Kolkata', 'to', '2026-01-31T04:00:00.000Z'],
  ['2026-01-31 09:30:15', 'Asia/Kolkata', 'from', '2026-01-31T04:00:15.000Z'],
  ['2026-01-31T09:30:15.25Z', 'Asia/Kolkata', 'from', '2026-01-31T09:30:15.250Z'],
  ['2026-03-29', 'Europe/Berlin', 'from', '2026-03-28T23:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', 'to', '2026-03-29T22:00:00.000Z'],
  ['2026-12-31', 'America/New_York', 'to', '2027-01-01T05:00:00.000Z'],
] as const)('%s in %s as %s is %s', (text, zone, edge, moment) => {
  expect(readMoment(text, zone, edge)).toBe(moment);
});

it.each(['', 'yesterday', '2026-1-1', '2026-02-30', '2026-01-31T24:00', '2026-01-31T09:60', '2026-01-31T09:30+05:30'])(
  '%s is no moment',
  (text) => {
    expect(readMoment(text, 'Asia/Kolkata', 'from')).toBeUndefined();
  },
);

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1970-01-02'), max: new Date('2999-01-01'), noInvalidDate: true }), (date) => {
      expect(readMoment(date.toISOString(), 'Asia/Kolkata', 'to')).toBe(date.toISOString());
    }),
  );
});
