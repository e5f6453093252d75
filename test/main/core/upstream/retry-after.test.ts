/** `Retry-After`, as seconds, as a date, and as nonsense. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestRetryAfterMs, readRetryAfter } from '../../../../main/core/upstream/retry-after.ts';

const now = Date.parse('2026-01-15T10:00:00Z');

it.each([
  ['2', 2_000],
  [' 30 ', 30_000],
  ['0', 1_000],
  ['86400', longestRetryAfterMs],
  ['Thu, 15 Jan 2026 10:00:20 GMT', 20_000],
  ['Thu, 15 Jan 2026 09:00:00 GMT', 1_000],
  ['Fri, 16 Jan 2026 10:00:00 GMT', longestRetryAfterMs],
  ['', undefined],
  ['-1', undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['soon', undefined],
  ['2026-01-15T10:00:20Z', undefined],
  ['Thu, 99 Jan 2026 10:00:20 GMT', undefined],
])('%j is %j ms', (text, milliseconds) => {
  expect(readRetryAfter({ 'retry-after': text }, now)).toBe(milliseconds);
});

it('is undefined where there is none', () => {
  expect(readRetryAfter({}, now)).toBeUndefined();
});

it("measures a date from the answer's own date, because the terminal's clock may be wrong", () => {
  const headers = { 'retry-after': 'Thu, 15 Jan 2026 10:00:20 GMT', date: 'Thu, 15 Jan 2026 10:00:05 GMT' };
  expect(readRetryAfter(headers, 0)).toBe(15_000);
  expect(readRetryAfter({ ...headers, date: 'yesterday' }, now)).toBe(20_000);
});

it('never throws and never leaves its bounds, whatever the headers hold', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.double(), (text, date, at) => {
      const milliseconds = readRetryAfter({ 'retry-after': text, date }, at);
      expect(milliseconds === undefined || (milliseconds >= 1_000 && milliseconds <= longestRetryAfterMs)).toBe(true);
    }),
  );
});
