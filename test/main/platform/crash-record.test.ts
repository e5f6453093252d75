/** What a start knows of the lives before it. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { crashRecordOf, openCrashRecord } from '../../../main/platform/crash-record.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

test('lives that ended in order leave nothing, others are counted, the fifth within two minutes is too often', () => {
  const data = makeTemporaryFolder();
  openCrashRecord(data, 0).end();
  expect(existsSync(crashRecordOf(data))).toBe(false);
  // The first of these is no crash: the life before it ended in order.
  const starts = [0, 10, 20, 30, 40, 50].map((seconds) => openCrashRecord(data, seconds * 1_000).tooOften);
  expect(starts).toEqual([false, false, false, false, false, true]);
  expect(openCrashRecord(data, 500_000).tooOften).toBe(false);
  expect(statSync(crashRecordOf(data)).mode & 0o777).toBe(0o600);
});

test('a clock that was set back counts nothing from the future', () => {
  const data = makeTemporaryFolder();
  for (const at of [1, 2, 3, 4, 5]) {
    openCrashRecord(data, at * 1_000_000);
  }
  expect(openCrashRecord(data, 1_000).tooOften).toBe(false);
  expect(JSON.parse(readFileSync(crashRecordOf(data), 'utf8'))).toEqual({ crashes: [1_000] });
});

test.for(['', '{', 'null', '7', '{"crashes": 1}', '{"crashes": ["a", null]}'])(
  'a torn record (%j) is one crash',
  (text) => {
    const data = makeTemporaryFolder();
    writeFileSync(crashRecordOf(data), text);
    expect(openCrashRecord(data, 5).tooOften).toBe(false);
    expect(JSON.parse(readFileSync(crashRecordOf(data), 'utf8'))).toEqual({ crashes: [5] });
  },
);

test('where nothing can be written it is no reason not to serve', () => {
  const data = makeTemporaryFolder();
  mkdirSync(crashRecordOf(data));
  const record = openCrashRecord(data, 5);
  expect(record.tooOften).toBe(false);
  record.end();
  expect(openCrashRecord(join(data, 'nowhere'), 5).tooOften).toBe(false);
});

test('what ends it is left in the logs of the folder, without the words of the error', () => {
  const data = makeTemporaryFolder();
  const record = openCrashRecord(data, 5);
  expect(record.crashed).toBe(false);
  record.note(new RangeError('Asha Kumari, 9876543210'));
  record.note('9876543210');
  const [first, second] = readFileSync(join(data, 'logs', 'crashes.log'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({
    error: 'RangeError',
    places: expect.arrayContaining([expect.stringContaining('crash-record.test.ts')]),
  });
  expect(JSON.parse(second ?? '')).toMatchObject({ error: 'something that is no error', places: [] });
  expect(`${first}${second}`).not.toMatch(/Asha|98765/);
  expect(openCrashRecord(data, 6).crashed).toBe(true);
});
