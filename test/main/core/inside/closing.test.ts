import { expect, it } from 'vitest';
import { lastClosing } from '../../../../main/core/inside/closing.ts';

it.each([
  [
    'before the closing it was yesterday',
    '2026-01-15T16:29:59.999Z',
    '22:00',
    'Asia/Kolkata',
    '2026-01-14T16:30:00.000Z',
  ],
  ['at the closing it is now', '2026-01-15T16:30:00.000Z', '22:00', 'Asia/Kolkata', '2026-01-15T16:30:00.000Z'],
  [
    'after midnight it was the day before',
    '2026-01-15T19:00:00.000Z',
    '22:00',
    'Asia/Kolkata',
    '2026-01-15T16:30:00.000Z',
  ],
  ['a venue that closes at midnight', '2026-01-15T18:30:00.000Z', '00:00', 'Asia/Kolkata', '2026-01-15T18:30:00.000Z'],
  ['on a day of 25 hours', '2026-10-25T23:30:00.000Z', '23:45', 'Europe/Berlin', '2026-10-25T22:45:00.000Z'],
] as const)('%s', (_what, now, closesAt, timeZone, closing) => {
  expect(lastClosing(Date.parse(now), closesAt, timeZone)).toBe(closing);
});
