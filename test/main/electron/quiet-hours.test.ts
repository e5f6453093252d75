import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../../main/electron/quiet-hours.ts';

const night = { from: 120, to: 240 };

describe('the quiet hours', () => {
  it.each([
    ['2026-01-14T20:29:59.999Z', false],
    ['2026-01-14T20:30:00.000Z', true],
    ['2026-01-14T22:29:59.999Z', true],
    ['2026-01-14T22:30:00.000Z', false],
    // Two at night in London is half past seven in the morning here.
    ['2026-01-15T02:00:00.000Z', false],
  ])('are those of the venue: %s is %s in India', (at, quiet) => {
    expect(isQuiet(Date.parse(at), 'Asia/Kolkata', night)).toBe(quiet);
  });

  it.each([
    ['2026-06-15T21:59:00.000Z', false],
    ['2026-06-15T22:00:00.000Z', true],
    ['2026-06-15T22:59:00.000Z', true],
    ['2026-06-15T23:00:00.000Z', false],
  ])('may go past midnight: %s is %s', (at, quiet) => {
    expect(isQuiet(Date.parse(at), 'Europe/London', { from: 23 * 60, to: 0 })).toBe(quiet);
  });

  it('follow the summer time of the zone', () => {
    expect(isQuiet(Date.parse('2026-01-15T01:30:00Z'), 'Europe/Berlin', night)).toBe(true);
    expect(isQuiet(Date.parse('2026-07-15T01:30:00Z'), 'Europe/Berlin', night)).toBe(true);
    expect(isQuiet(Date.parse('2026-07-15T00:00:00Z'), 'Europe/Berlin', night)).toBe(true);
    expect(isQuiet(Date.parse('2026-01-15T00:00:00Z'), 'Europe/Berlin', night)).toBe(false);
  });

  it('and their opposite share the day between them', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const moment = fc.integer({ min: 0, max: 4_102_444_800_000 });
    fc.assert(
      fc.property(moment, minute, minute, (at, from, to) => {
        fc.pre(from !== to);
        const quiet = isQuiet(at, 'Asia/Kolkata', { from, to });
        expect(isQuiet(at, 'Asia/Kolkata', { from: to, to: from })).toBe(!quiet);
      }),
    );
  });
});
