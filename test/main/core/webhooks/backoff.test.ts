/** Waits grow, are never shorter than they must be, and add up to about three days. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boundedWaitMs,
  firstWaitMs,
  giveUpAfterMs,
  longestWaitMs,
  mostFailures,
  waitAfter,
} from '../../../../main/core/webhooks/backoff.ts';

const randomOf = (byte: number) => ({ bytes: (count: number) => new Uint8Array(count).fill(byte) });

test('a wait lies around its step, between 4 seconds and 7.2 hours, and not below what was asked for', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const failures = fc.integer({ min: 1, max: 10_000 });
  const asked = fc.integer({ min: 0, max: 10 * longestWaitMs });
  fc.assert(
    fc.property(failures, byte, asked, (count, any, askedMs) => {
      const step = Math.min(firstWaitMs * 2 ** (count - 1), longestWaitMs);
      const wait = waitAfter(count, randomOf(any), askedMs);
      expect(wait).toBeGreaterThanOrEqual(Math.floor(step * 0.8));
      expect(wait).toBeGreaterThanOrEqual(Math.min(askedMs, longestWaitMs));
      expect(wait).toBeLessThanOrEqual(Math.max(Math.ceil(step * 1.2), Math.min(askedMs, longestWaitMs)));
      expect(wait).toBeLessThanOrEqual(boundedWaitMs);
    }),
  );
});

test('all waits before an event is given up take about three days', () => {
  const total = Array.from({ length: mostFailures - 1 }, (_, at) => waitAfter(at + 1, randomOf(128)));
  const sum = total.reduce((all, wait) => all + wait, 0);
  expect(Math.abs(sum - giveUpAfterMs)).toBeLessThan(longestWaitMs);
});
