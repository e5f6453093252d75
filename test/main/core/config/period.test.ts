/** Periods of the calendar. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addPeriod, formatPeriod, isNeverLonger, parsePeriod } from '../../../../main/core/config/period.ts';

const period = fc.record({
  count: fc.integer({ min: 1, max: 9999 }),
  unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const),
});
const after = (day: string, text: string) => {
  const found = parsePeriod(text);
  return found && new Date(addPeriod(Date.parse(day), found)).toISOString().slice(0, 10);
};

describe('a period', () => {
  it('is written as it is read', () => {
    fc.assert(
      fc.property(period, (each) => {
        expect(parsePeriod(formatPeriod(each))).toEqual(each);
      }),
    );
    expect(formatPeriod({ count: 1, unit: 'year' })).toBe('1 year');
    expect(parsePeriod(' 13  months ')).toEqual({ count: 13, unit: 'month' });
  });

  it.each(['', '1', 'year', '0 days', '-1 days', '1.5 years', '1 yeer', '10000 days', '1 year 2 days', '1year'])(
    'is not %j',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it.each([
    ['2026-03-15', '1 year', '2027-03-15'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2023-02-28', '1 year', '2024-02-28'],
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-01-31', '1 month', '2024-02-29'],
    ['2026-12-31', '13 months', '2028-01-31'],
    ['2026-12-31', '2 weeks', '2027-01-14'],
    ['2026-02-27', '3 days', '2026-03-02'],
  ])('from %s: %s ends on %s', (day, text, end) => {
    expect(after(day, text)).toBe(end);
  });

  it.each([
    ['1 year', '12 months', true],
    ['12 months', '1 year', true],
    ['365 days', '1 year', true],
    ['366 days', '1 year', false],
    ['1 year', '366 days', true],
    ['1 year', '365 days', false],
    ['28 days', '1 month', true],
    ['29 days', '1 month', false],
    ['4 weeks', '28 days', true],
    ['13 months', '1 year', false],
  ])('of %s is never longer than %s: %j', (first, second, expected) => {
    const [a, b] = [parsePeriod(first), parsePeriod(second)];
    expect(a && b && isNeverLonger(a, b)).toBe(expected);
  });

  it('is never longer than itself', () => {
    fc.assert(fc.property(period, (each) => isNeverLonger(each, each)));
  });
});
