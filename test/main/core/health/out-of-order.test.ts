/** Out of order over restarts: by a fault, and by staff. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openForWriting } from '../../../../main/core/db/database.ts';
import { migrate } from '../../../../main/core/db/migrate.ts';
import { buildOutOfOrder } from '../../../../main/core/health/out-of-order.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const { upstream } = buildSettings();
const mended = { ...upstream, apiKey: 'another key' };

function openState() {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  onTestFinished(() => {
    database.close();
  });
  migrate(database);
  return (setting = upstream) => buildOutOfOrder(database, setting, buildFakeClock());
}

test('staff have the terminal out of order over restarts, until staff say otherwise', () => {
  const open = openState();
  expect(open().staffMessage()).toBeUndefined();
  open().stop('Back at 10.');
  expect(open().staffMessage()).toBe('Back at 10.');
  expect(open(mended).staffMessage()).toBe('Back at 10.');
  open().stop('');
  expect(open().staffMessage()).toBe('');
  const last = open();
  last.resume();
  expect(last.staffMessage()).toBeUndefined();
  expect(open().staffMessage()).toBeUndefined();
});

test('a fault ends with the setting that caused it; by staff too, whatever it was', () => {
  const open = openState();
  open().set('upstream-forbidden');
  expect(open().reason()).toBe('upstream-forbidden');
  expect(open(mended).reason()).toBeUndefined();
  const again = open();
  again.set('upstream-forbidden');
  again.resume();
  expect(again.reason()).toBeUndefined();
  expect(open().reason()).toBeUndefined();
});

test('several reasons stand beside each other; each ends by itself, and a new setting ends what it may have mended', () => {
  const open = openState();
  const first = open();
  first.set('clock-wrong');
  first.set('upstream-forbidden');
  first.set('upstream-signature-invalid');
  first.set('clock-wrong');
  expect(first.reason()).toBe('clock-wrong');
  expect(open().has('upstream-forbidden')).toBe(true);
  const changed = open(mended);
  const all = ['clock-wrong', 'upstream-forbidden', 'upstream-signature-invalid'] as const;
  expect(all.map((one) => changed.has(one))).toEqual([true, false, false]);
  // What is over is over for the setting of before as well.
  expect(open().has('upstream-forbidden')).toBe(false);
  changed.clear('upstream-forbidden');
  changed.clear('clock-wrong');
  expect(changed.reason()).toBeUndefined();
  expect(open(mended).reason()).toBeUndefined();
});
