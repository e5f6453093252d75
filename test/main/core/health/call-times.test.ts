/** How long the upstream takes: every call in its class, the newest answers in two figures. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCallTimes, callTimeBounds } from '../../../../main/core/health/call-times.ts';
import type { TimedCall } from '../../../../main/core/upstream/timed-call.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

const went = (ms: number, more: Partial<TimedCall> = {}): TimedCall => ({
  call: 'generateOtp',
  ending: 'ok',
  ms,
  answered: true,
  ...more,
});

test('counts by call and ending, each bound with all that is below it', () => {
  const kept = buildCallTimes(buildFakeClock());
  for (const ms of [50, 51, 2_500, 60_000]) {
    kept.note(went(ms));
  }
  kept.note(went(10_000, { call: 'readStatus', ending: 'upstream-unavailable', answered: false }));
  expect(kept.times()).toEqual([
    { call: 'generateOtp', ending: 'ok', count: 4, sumSeconds: 62.601, upTo: [1, 2, 2, 2, 2, 3, 3, 3, 3] },
    {
      call: 'readStatus',
      ending: 'upstream-unavailable',
      count: 1,
      sumSeconds: 10,
      upTo: [0, 0, 0, 0, 0, 0, 0, 1, 1],
    },
  ]);
});

test('the class of a call is the first whose bound it does not pass, whatever it took', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40_000), { minLength: 1, maxLength: 50 }), (all) => {
      const kept = buildCallTimes(buildFakeClock());
      for (const ms of all) {
        kept.note(went(ms));
      }
      const expected = callTimeBounds.map((bound) => all.filter((ms) => ms <= bound * 1000).length);
      expect(kept.times()).toMatchObject([{ count: all.length, upTo: expected }]);
    }),
  );
});

test('tells of the newest hundred answers; what was not answered has no time, and only success is one', () => {
  const clock = buildFakeClock();
  const kept = buildCallTimes(clock);
  expect(kept.recent()).toEqual({ count: 0 });
  kept.note(went(5_000, { ending: 'upstream-unavailable', answered: false }));
  expect(kept.recent()).toEqual({ count: 0 });
  kept.note(went(9_000, { ending: 'otp-wrong' }));
  expect(kept.recent()).toEqual({ count: 1, p50Ms: 9_000, p95Ms: 9_000 });
  clock.advance(1_000);
  for (let ms = 1; ms <= 100; ms += 1) {
    kept.note(went(ms));
  }
  expect(kept.recent()).toEqual({ count: 100, p50Ms: 50, p95Ms: 95, wellAt: clock.now() });
});
