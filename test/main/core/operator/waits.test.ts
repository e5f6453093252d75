/** How long the door stays shut: none, none, 5 s, 10 s, 20 s ... 15 minutes, whatever the wall clock says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildWaits, waitAfter, waitLeft } from '../../../../main/core/operator/waits.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';

test('waits double from the third failure on, up to a quarter of an hour', () => {
  const seconds = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 50].map((failures) => waitAfter(failures) / 1000);
  expect(seconds).toEqual([0, 0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
});

test('what is left by the wall clock is never more than the whole wait, and a clock set back leaves all of it', () => {
  const times = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), times, times, (failures, at, now) => {
      const left = waitLeft(failures, at, now);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(waitAfter(failures));
      if (now < at) {
        expect(left).toBe(waitAfter(failures));
      }
    }),
  );
  expect(waitLeft(3, null, 0)).toBe(0);
});

test('setting the clock during a wait changes nothing', () => {
  const clock = buildFakeClock();
  const waits = buildWaits(clock);
  waits.begin('one', 4);
  clock.jump(24 * 3_600_000);
  expect(waits.left('one')).toBe(10_000);
  clock.jump(-48 * 3_600_000);
  clock.advance(9_999);
  expect(waits.left('one')).toBe(1);
  clock.advance(1);
  expect(waits.left('one')).toBe(0);
  expect(waits.left('another')).toBe(0);
});

test('what an earlier run began goes on', () => {
  const clock = buildFakeClock();
  const waits = buildWaits(clock);
  waits.resume('one', 4, clock.now() - 4_000);
  expect(waits.left('one')).toBe(6_000);
  waits.end('one');
  expect(waits.left('one')).toBe(0);
});
