/** The calendar of erasing: anniversaries, and a search that misses nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPeriod, formatPeriod } from '../../../../main/core/config/period.ts';
import { erasureSpan, keepRuleOf, oldestKept } from '../../../../main/core/erasure/keep-rules.ts';
import { buildSettings } from '../../../support/settings.ts';

const settings = buildSettings();

function ruleOf(min: string, max: string) {
  return keepRuleOf({ ...settings, privacy: { ...settings.privacy, keep: { min, max } } }, 'visitor');
}

test.each([
  ['2026-01-31T10:00:00.000Z', '1 month', '2026-02-28T10:00:00.000Z'],
  ['2024-02-29T10:00:00.000Z', '1 year', '2025-02-28T10:00:00.000Z'],
  ['2027-03-01T00:00:00.000Z', '1 year', '2028-03-01T00:00:00.000Z'],
  ['2026-11-23T23:59:59.999Z', '13 months', '2027-12-23T23:59:59.999Z'],
  ['2026-12-31T00:00:00.000Z', '6 weeks', '2027-02-11T00:00:00.000Z'],
])('what was written at %s and is kept for %s goes at %s', (at, period, goes) => {
  const { from, by } = erasureSpan(Date.parse(at), ruleOf(period, period));
  expect([new Date(from).toISOString(), new Date(by).toISOString()]).toEqual([goes, goes]);
});

test('the search never misses a row whose time is over, and looks at few others', () => {
  const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
  const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'year' as const);
  const period = fc.record({ count: fc.integer({ min: 1, max: 40 }), unit });
  fc.assert(
    fc.property(moment, period, fc.integer({ min: -6 * 86_400_000, max: 86_400_000 }), (date, max, distance) => {
      const at = date.getTime();
      const by = addPeriod(at, max) + Math.max(0, distance);
      const rule = ruleOf('1 day', formatPeriod(max));
      expect(at).toBeLessThanOrEqual(oldestKept(by, rule));
      const tooSoon = addPeriod(at, max) - 9 * 86_400_000 + distance / 100;
      expect(at).toBeGreaterThan(oldestKept(tooSoon, rule) - 86_400_000);
    }),
    { numRuns: 2000 },
  );
});

test('a purpose has its own times or those of privacy, also when it is configured no longer', () => {
  const visitor = { admit: [2], refer: [], label: {}, keep: { min: '2 years', max: '3 years' } } as const;
  const rules = { ...settings, policy: { purposes: { visitor } } };
  expect(keepRuleOf(rules, 'visitor').words).toBe('policy.purposes.visitor.keep.min is 2 years');
  for (const purpose of ['employee', 'toString', null]) {
    expect(keepRuleOf(rules, purpose).words).toBe('privacy.keep.min is 1 year');
  }
});
