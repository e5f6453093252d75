/** The counters are on the disk: a restart forgets nothing (E4). */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting, transaction } from '../../../../main/core/db/database.ts';
import { migrate } from '../../../../main/core/db/migrate.ts';
import { buildCallBudget } from '../../../../main/core/limits/call-budget.ts';
import { buildCodeLimits, type CountedSend } from '../../../../main/core/limits/code-limits.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const minute = 60_000;
const number = '9876543210';

function openLimits(calls = 100) {
  const path = join(makeTemporaryFolder(), 'pravesh.db');
  const clock = buildFakeClock();
  const limits = { ...buildSettings().limits, upstream: { calls, seconds: 300 } };
  let database = openForWriting(path);
  migrate(database);
  const build = () => ({
    codes: buildCodeLimits({ database, limits, siteKey: new Uint8Array(32), clock }),
    budget: buildCallBudget({ database, limits, clock }),
  });
  return {
    clock,
    database: () => database,
    ...build(),
    restart: () => {
      database.close();
      database = openForWriting(path);
      return build();
    },
  };
}

function waitOf(counted: { waitMs: number } | CountedSend): number {
  return 'waitMs' in counted ? counted.waitMs : 0;
}

test('three codes in ten minutes, six in a day, also over restarts', () => {
  const { clock, restart, ...limits } = openLimits();
  let { codes } = limits;
  for (let round = 0; round < 2; round += 1) {
    for (let code = 0; code < 3; code += 1) {
      expect(waitOf(codes.count(number))).toBe(0);
      codes = restart().codes;
    }
    expect(waitOf(codes.count(number))).toBeGreaterThan(0);
    clock.advance(10 * minute);
  }
  clock.advance(10 * minute);
  expect(waitOf(codes.count(number))).toBe((24 * 60 - 30) * minute);
  expect(waitOf(codes.count('9000000001'))).toBe(0);
  clock.advance((24 * 60 - 30) * minute);
  expect(waitOf(codes.count(number))).toBe(0);
});

test('setting the clock back opens nothing', () => {
  const { clock, codes } = openLimits();
  for (let code = 0; code < 3; code += 1) {
    codes.count(number);
  }
  clock.jump(-60 * minute);
  expect(waitOf(codes.count(number))).toBeGreaterThan(0);
});

test('a clock that was years ahead at the start hides nothing once it is set right', () => {
  const { clock, codes, restart } = openLimits();
  for (let code = 0; code < 3; code += 1) {
    codes.count(number);
  }
  clock.jump(10 * 365 * 24 * 60 * minute);
  const again = restart().codes;
  clock.jump(-10 * 365 * 24 * 60 * minute);
  expect(waitOf(again.count(number))).toBeGreaterThan(0);
});

test('what was counted in a transaction that came to nothing does not count', () => {
  const { codes, database } = openLimits();
  const lose = () =>
    transaction(database(), () => {
      codes.count(number);
      throw new Error('the disk is full');
    });
  for (let round = 0; round < 10; round += 1) {
    expect(lose).toThrow('the disk is full');
    codes.reload();
  }
  expect(waitOf(codes.count(number))).toBe(0);
});

test('after a day nothing of a number is left on the disk', () => {
  const { clock, codes, database } = openLimits();
  codes.count(number);
  clock.advance(24 * 60 * minute);
  codes.count('9000000001');
  expect(database().prepare('SELECT count(*) FROM code_sends').pluck().get()).toBe(1);
});

test('a code that was certainly not sent is taken back', () => {
  const { codes } = openLimits();
  for (let round = 0; round < 10; round += 1) {
    const counted = codes.count(number);
    expect(waitOf(counted)).toBe(0);
    if ('takeBack' in counted) {
      counted.takeBack();
    }
  }
});

test('a code that was forgotten meanwhile, because the clock was set, is taken back without a fault', () => {
  const { clock, codes } = openLimits();
  const counted = codes.count(number);
  clock.jump(24 * 60 * minute);
  codes.count('9000000001');
  expect('takeBack' in counted && counted.takeBack()).toBeUndefined();
  expect(waitOf(codes.count(number))).toBe(0);
});

test('the number itself is nowhere in the file', () => {
  const { codes, database } = openLimits();
  codes.count(number);
  const refs = database().prepare('SELECT number_ref FROM code_sends').pluck().all();
  const hmac = createHmac('sha256', new Uint8Array(32)).update(`codes:${number}`);
  expect(refs).toEqual([hmac.digest('hex')]);
});

test('a terminal makes no more calls than the upstream allows, also over restarts', () => {
  const { clock, restart, budget } = openLimits(10);
  expect([budget.reserve(), budget.reserve(), budget.reserve()].filter((set) => 'waitMs' in set)).toEqual([]);
  const again = restart().budget;
  const refused = again.reserve();
  expect('waitMs' in refused && refused.waitMs).toBe(300_000);
  expect(again.spend()).toBe(0);
  expect(again.spend()).toBe(300_000);
  clock.advance(300_000);
  expect('waitMs' in again.reserve()).toBe(false);
});

test('calls that a visit did not make are given back', () => {
  const { budget } = openLimits(3);
  const first = budget.reserve();
  expect(budget.spend()).toBe(0);
  expect('waitMs' in budget.reserve()).toBe(true);
  if ('release' in first) {
    first.release(2);
  }
  expect(budget.spend()).toBe(0);
  expect(budget.spend()).toBe(0);
  expect(budget.spend()).toBeGreaterThan(0);
});
