/** Crashes over restarts: the newest hundred, and those of a day. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildCrashList, readCrashes } from '../../../../main/core/health/crash-list.ts';
import { openLog } from '../../../support/open-log.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

test('keeps a hundred, and tells of the last 24 hours, also to the next run', () => {
  const log = openLog(join(makeTemporaryFolder(), 'data'));
  onTestFinished(() => log.close());
  const { database, clock } = log;
  const crashes = buildCrashList(database, clock);
  expect(crashes.ofDay()).toEqual([]);
  for (let crash = 0; crash < 100; crash += 1) {
    crashes.note('program');
  }
  clock.advance(24 * 60 * 60 * 1000 - 1);
  crashes.note('page');
  expect(readCrashes(database)).toHaveLength(100);
  expect(crashes.ofDay()).toHaveLength(100);
  clock.advance(1);
  expect(buildCrashList(database, clock).ofDay()).toEqual([{ at: '2026-01-16T04:29:59.999Z', of: 'page' }]);
});
