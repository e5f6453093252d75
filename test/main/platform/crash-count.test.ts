/** Five crashes in two minutes. */
import { expect, test } from 'vitest';
import { buildCrashCount, crashedTooOften } from '../../../main/platform/crash-count.ts';

test('five crashes count only within two minutes', () => {
  expect(crashedTooOften([])).toBe(false);
  expect(crashedTooOften([0, 1, 2, 3])).toBe(false);
  expect(crashedTooOften([0, 30_000, 60_000, 90_000, 120_000])).toBe(true);
  expect(crashedTooOften([0, 30_000, 60_000, 90_000, 120_001])).toBe(false);
  expect(crashedTooOften([0, 0, 0, 500_000, 510_000, 520_000, 530_000, 540_000])).toBe(true);
});

test('a count tells at the fifth, and forgets when it is told to', () => {
  const count = buildCrashCount();
  expect([1, 2, 3, 4, 5, 6].map((at) => count.note(at))).toEqual([false, false, false, false, true, true]);
  count.clear();
  expect(count.note(7)).toBe(false);
});
