/** A window never lets more through than its limit, whatever the clock does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitForRoom } from '../../../../main/core/limits/window.ts';

test('room at once, room later, and never', () => {
  const counted = [
    { at: 0, count: 1 },
    { at: 100, count: 1 },
  ];
  expect(waitForRoom([], 0, 1000, 3, 1)).toBe(0);
  expect(waitForRoom(counted, 200, 1000, 3, 1)).toBe(0);
  expect(waitForRoom(counted, 200, 1000, 2, 1)).toBe(800);
  expect(waitForRoom(counted, 200, 1000, 2, 2)).toBe(900);
  expect(waitForRoom([], 0, 1000, 2, 3)).toBe(Number.POSITIVE_INFINITY);
});

test('whoever waits as told finds room, and not a millisecond earlier', () => {
  const counted = fc.array(fc.record({ at: fc.integer({ min: 0, max: 5000 }), count: fc.integer({ min: 1, max: 3 }) }));
  fc.assert(
    fc.property(counted, fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 1, max: 6 }), (rows, now, limit) => {
      const wait = waitForRoom(rows, now, 1000, limit, 1);
      // What is dated in the future is counted as now, so it is moved there before time goes on.
      const fixed = rows.map(({ at, count }) => ({ at: Math.min(at, now), count }));
      expect(waitForRoom(fixed, now + wait, 1000, limit, 1)).toBe(0);
      if (wait > 1) {
        expect(waitForRoom(fixed, now + wait - 1, 1000, limit, 1)).toBeGreaterThan(0);
      }
    }),
  );
});
