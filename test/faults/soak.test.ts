/**
 * A short soak: twenty thousand visits of all kinds, eight at a time, through the built program; its rows are what visitors
 * were told, and it stays as large as it was (`npm run soak` does it for hours).
 */
import { describe, expect, test } from 'vitest';
import { findBroken, mostSlope, sayReport } from '../soak/limits.ts';
import { slopeOf } from '../soak/measures.ts';
import { countPeople, readPlan } from '../soak/plan.ts';
import { runSoak, type SoakReport } from '../soak/run-soak.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const visits = 20_000;
const seed = Number(process.env.PRAVESH_TEST_SEED ?? Date.now() % 2 ** 31);
const plan = { visits, milliseconds: Number.POSITIVE_INFINITY, pace: Number.POSITIVE_INFINITY, together: 8, seed };

test(`${visits} visits within limits (PRAVESH_TEST_SEED=${seed})`, async () => {
  const report = await runSoak({ plan, folder: makeTemporaryFolder() });
  expect(findBroken(report), sayReport(report).join('\n')).toEqual([]);
  expect(report.visits).toBe(visits);
  expect(report.rows.get('admitted/null')).toBeGreaterThan(visits / 3);
  expect(report.rows.size).toBeGreaterThan(8);
});

describe('what breaks a limit', () => {
  const good: SoakReport = {
    visits: 100,
    seconds: 10,
    told: new Map([['admitted/null', 99]]),
    rows: new Map([['admitted/null', 99]]),
    slope: 1,
    megabytes: 150,
    largestWalBytes: 4e6,
    turnedAway: 1,
    strange: new Map(),
    verified: { code: 0, said: '' },
    ended: 0,
  };

  test('nothing, where all holds', () => {
    expect(findBroken(good)).toEqual([]);
  });

  test.each<[string, Partial<SoakReport>, RegExp]>([
    ['a row that is missing', { rows: new Map([['admitted/null', 98]]) }, /99 visitors were told admitted.*98 rows/],
    ['a row of another kind', { rows: new Map([['refused/null', 99]]) }, /0 visitors were told refused/],
    ['memory that grows', { slope: mostSlope(100) + 1 }, /memory grows/],
    ['a WAL that grows', { largestWalBytes: 1e9 }, /WAL had 1000.0 MB/],
    ['an answer without a reason', { strange: new Map([['internal', 2]]) }, /2 visitors were told internal/],
    ['a log that does not verify', { verified: { code: 1, said: 'row 3' } }, /verify ends with 1: row 3/],
    ['a program that ends badly', { ended: 2 }, /ended with 2/],
  ])('%s', (_name, broken, words) => {
    expect(findBroken({ ...good, ...broken }).join('\n')).toMatch(words);
  });

  test('the slope is that of the second half', () => {
    const samples = Array.from({ length: 101 }, (_, index) => ({
      visits: index * 200,
      megabytes: index < 50 ? 100 + 10 * index : 600 + index * 0.04,
      walBytes: 0,
    }));
    expect(slopeOf(samples)).toBeCloseTo(2, 5);
    expect(slopeOf(samples.slice(0, 2))).toBeUndefined();
  });
});

describe('the plan', () => {
  test('hours go at a pace, visits as fast as they can', () => {
    expect(readPlan(['--hours', '0.5'])).toMatchObject({ visits: 9_000, milliseconds: 1_800_000, pace: 300 });
    expect(readPlan(['--visits', '500', '--seed', '7'])).toMatchObject({
      visits: 500,
      pace: Number.POSITIVE_INFINITY,
      seed: 7,
    });
    expect(readPlan(['--help'])).toBeUndefined();
  });

  test.each([[['--hours', 'x']], [['--hours', '1', '--visits', '100']], [['--visits', '0']], [['--what']]])(
    '%j makes no sense',
    (args) => {
      expect(() => readPlan(args)).toThrow();
    },
  );

  test('no number is asked to come more often than its limits allow', () => {
    expect(countPeople({ visits: 20_000, pace: Number.POSITIVE_INFINITY })).toBe(10_000);
    expect(countPeople({ visits: 24 * 60 * 300, pace: 300 })).toBe(86_400);
  });
});
