/** The keys of receipts: a next one that is known a day before, those of before as long as they are needed, never back. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { openReceiptKeys, type ReceiptKeys } from '../../../../main/core/receipts/receipt-keys.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildRandom } from '../../../../main/platform/random.ts';
import { buildSecrets } from '../../../../main/platform/secrets.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const settings = { validMs: 10 * minute, rotateDays: 90 };

interface Rig {
  keys: ReceiptKeys;
  readonly clock: FakeClock;
  /** Who caused each new key, as the log was told. */
  readonly noted: (string | undefined)[];
  readonly world: { logWorks: boolean };
  readonly data: string;
  readonly warned: string[];
  reopen(): void;
  kid(): string;
  shown(): string[];
}

function openRig(): Rig {
  const data = join(makeTemporaryFolder(), 'data');
  const files = buildFiles();
  const folder = openDataFolder(data, files);
  onTestFinished(() => folder.close());
  const clock = buildFakeClock();
  const noted: (string | undefined)[] = [];
  const warned: string[] = [];
  const world = { logWorks: true };
  const nothing = () => {};
  const open = () =>
    openReceiptKeys({
      database: folder.database,
      settings,
      secrets: buildSecrets(join(data, 'keys'), buildRandom(), files),
      note: (by) => {
        if (world.logWorks) {
          noted.push(by);
        }
        return world.logWorks;
      },
      clock,
      logger: { info: nothing, warn: (event) => warned.push(event), error: nothing },
      onFault: (error) => {
        throw error;
      },
    });
  const rig: Rig = {
    keys: open(),
    clock,
    noted,
    world,
    data,
    warned,
    reopen() {
      rig.keys.close();
      rig.keys = open();
    },
    kid: () => rig.keys.current().kid,
    shown: () => rig.keys.show().keys.map(({ kid }) => kid),
  };
  return rig;
}

test('the first key is there at once, the same after a restart, and shown without anything secret', () => {
  const rig = openRig();
  const kid = rig.kid();
  rig.reopen();
  expect(rig.kid()).toBe(kid);
  const [key] = rig.keys.show().keys;
  expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  expect(rig.shown()).toEqual([kid]);
  expect(rig.noted).toEqual([]);
});

test('the next key is shown a day before it signs, and that of before until its last receipt has expired', () => {
  const rig = openRig();
  const first = rig.kid();
  rig.clock.advance(89 * day - hour);
  expect(rig.shown()).toEqual([first]);
  rig.clock.advance(2 * hour);
  const [now, next = ''] = rig.shown();
  expect([now, next === first]).toEqual([first, false]);
  rig.clock.advance(day - 2 * hour);
  expect(rig.kid()).toBe(first);
  rig.clock.advance(2 * hour);
  expect(rig.kid()).toBe(next);
  expect(rig.shown()).toEqual([next, first]);
  expect(rig.noted).toEqual([undefined]);
  rig.clock.advance(2 * hour);
  expect(rig.shown()).toEqual([next]);
});

test('a new key at once: the row is first, and without it nothing changes', () => {
  const rig = openRig();
  const first = rig.kid();
  rig.world.logWorks = false;
  expect(rig.keys.rotate('abc234')).toBe(false);
  expect(rig.kid()).toBe(first);
  rig.world.logWorks = true;
  expect(rig.keys.rotate('abc234')).toBe(true);
  const second = rig.kid();
  expect(rig.keys.rotate('abc234')).toBe(true);
  expect(rig.shown()).toEqual([rig.kid(), second, first]);
  expect(rig.noted).toEqual(['abc234', 'abc234']);
  rig.reopen();
  expect(rig.shown()[0]).toBe(rig.kid());
});

test('after months without power the next key is announced first, and signs a day later', () => {
  const rig = openRig();
  const first = rig.kid();
  rig.keys.close();
  rig.clock.jump(200 * day);
  rig.reopen();
  expect(rig.kid()).toBe(first);
  expect(rig.shown()).toHaveLength(2);
  rig.clock.advance(day + hour);
  expect(rig.kid()).not.toBe(first);
});

test('a clock that goes back brings no key of before back, and one that ran ahead stops no change for years', () => {
  const rig = openRig();
  rig.clock.jump(10 * 365 * day);
  rig.clock.advance(2 * day);
  const second = rig.kid();
  expect(rig.noted).toHaveLength(1);
  rig.clock.jump(-10 * 365 * day);
  rig.clock.advance(hour);
  expect(rig.kid()).toBe(second);
  rig.reopen();
  expect(rig.kid()).toBe(second);
  rig.clock.advance(91 * day);
  expect(rig.kid()).not.toBe(second);
  expect(rig.noted).toHaveLength(2);
});

test('a machine that wakes in 1970 goes on signing with the key that it had', () => {
  const rig = openRig();
  rig.keys.rotate('abc234');
  const second = rig.kid();
  rig.clock.jump(-rig.clock.now());
  rig.reopen();
  expect(rig.kid()).toBe(second);
  expect(rig.shown()[0]).toBe(second);
});

test('where the seed of a key was lost another key signs, which is said', () => {
  const rig = openRig();
  const first = rig.kid();
  rmSync(join(rig.data, 'keys', 'receipt-1.key'));
  rig.reopen();
  expect(rig.kid()).not.toBe(first);
  expect(rig.shown()).toEqual([rig.kid(), first]);
  expect(rig.warned).toHaveLength(1);
  const second = rig.kid();
  rig.reopen();
  expect(rig.kid()).toBe(second);
});
