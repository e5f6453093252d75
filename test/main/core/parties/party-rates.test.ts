/** How often a party may call: never more than its rate allows, and after the wait that it was told always. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPartyRates } from '../../../../main/core/parties/party-rates.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

const rate = { count: 60, seconds: 60 };

test('so many at once as the rate allows, then one whenever its share of the time is over', () => {
  const clock = buildFakeClock();
  const rates = buildPartyRates(clock);
  const first = Array.from({ length: 60 }, () => rates.spend('party:a', rate));
  expect(first).toEqual(Array.from({ length: 60 }, () => 0));
  expect(rates.spend('party:a', rate)).toBe(1_000);
  clock.advance(999);
  expect(rates.spend('party:a', rate)).toBe(1);
  clock.advance(1);
  expect([rates.spend('party:a', rate), rates.spend('party:a', rate)]).toEqual([0, 1_000]);
});

test('one budget does not spend from another, and a clock that is set changes nothing', () => {
  const clock = buildFakeClock();
  const rates = buildPartyRates(clock);
  const one = { count: 1, seconds: 10 };
  expect([rates.spend('party:a', one), rates.spend('party:a', one)]).toEqual([0, 10_000]);
  expect([rates.spend('embed:a', one), rates.spend('party:b', one)]).toEqual([0, 0]);
  clock.jump(24 * 3_600_000);
  expect(rates.spend('party:a', one)).toBe(10_000);
});

test('what is no longer kept begins anew', () => {
  const rates = buildPartyRates(buildFakeClock());
  const one = { count: 1, seconds: 10 };
  rates.spend('party:a', one);
  rates.spend('party:b', one);
  rates.keep((budget) => budget !== 'party:a');
  expect([rates.spend('party:a', one), rates.spend('party:b', one)]).toEqual([0, 10_000]);
});

test('in any window there are at most twice as many as the rate names, and who waits as told is let in', () => {
  const rateOf = fc.record({ count: fc.integer({ min: 1, max: 200 }), seconds: fc.integer({ min: 1, max: 3_600 }) });
  fc.assert(
    fc.property(rateOf, fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 300 }), (some, pauses) => {
      const clock = buildFakeClock();
      const rates = buildPartyRates(clock);
      const taken: number[] = [];
      for (const pause of pauses) {
        clock.advance(pause);
        const waitMs = rates.spend('party:a', some);
        if (waitMs > 0) {
          clock.advance(waitMs);
          expect(rates.spend('party:a', some)).toBe(0);
        }
        taken.push(clock.monotonic());
      }
      for (const [index, at] of taken.entries()) {
        const inWindow = taken.slice(index).filter((later) => later - at < some.seconds * 1000);
        expect(inWindow.length).toBeLessThanOrEqual(2 * some.count);
      }
    }),
  );
});
