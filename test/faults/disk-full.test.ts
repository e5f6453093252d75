/** A medium that is really full, and one that is really read-only (D2): nobody is told what did not happen. */
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { backUp } from '../../main/core/db/backup.ts';
import { isDataFolderError } from '../../main/core/db/data-folder.ts';
import { buildBackupFiles } from '../../main/platform/backup-files.ts';
import { buildFakeClock } from '../support/fake-clock.ts';
import { type Acknowledged, checkLog } from '../support/fault-injector/check-log.ts';
import { mountMedium, whyNoMedia } from '../support/mounted-medium.ts';
import { openLog } from '../support/open-log.ts';
import { openTestKiosk } from '../support/open-test-kiosk.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const MiB = 1024 * 1024;
const noMedia = whyNoMedia();

/** Writes so many bytes, or all that there is room for. @returns the file, to be removed */
function fill(folder: string, bytes = Number.POSITIVE_INFINITY): string {
  const path = join(folder, 'filler');
  const file = openSync(path, 'a');
  try {
    for (let written = 0; written < bytes; ) {
      written += writeSync(file, Buffer.alloc(Math.min(4096, bytes - written)));
    }
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOSPC' });
  } finally {
    closeSync(file);
  }
  return path;
}

/** Whatever it throws. */
function faultOf(run: () => unknown): unknown {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
}

test('a log that fills its medium keeps every row it told of, and goes on when there is room', ({ skip }) => {
  if (noMedia !== undefined) {
    return skip(noMedia);
  }
  const { folder } = mountMedium(4 * MiB);
  const data = join(folder, 'data');
  const filler = fill(folder, MiB);
  const log = openLog(data);
  const acknowledged: Acknowledged[] = [];
  let fault: unknown;
  while (fault === undefined) {
    fault = faultOf(() => acknowledged.push(log.append()));
  }
  expect(fault).toMatchObject({ code: 'SQLITE_FULL' });
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(faultOf(() => log.append())).toMatchObject({ code: 'SQLITE_FULL' });
  rmSync(filler);
  acknowledged.push(log.append());
  log.close();
  expect(checkLog(data, { acknowledged, perhaps: 0 })).toEqual([]);
});

test('a log whose process ends while the medium is full is whole at the next start', ({ skip }) => {
  if (noMedia !== undefined) {
    return skip(noMedia);
  }
  const { folder } = mountMedium(4 * MiB);
  const data = join(folder, 'data');
  const log = openLog(data);
  const acknowledged = Array.from({ length: 20 }, () => log.append());
  const filler = fill(folder);
  expect(faultOf(() => log.append())).toMatchObject({ code: 'SQLITE_FULL' });
  log.close();
  rmSync(filler);
  expect(checkLog(data, { acknowledged, perhaps: 0 })).toEqual([]);
});

test('a medium that became read-only is said in words, and nothing is lost', ({ skip }) => {
  if (noMedia !== undefined) {
    return skip(noMedia);
  }
  const medium = mountMedium(4 * MiB);
  const data = join(medium.folder, 'data');
  const log = openLog(data);
  const acknowledged = [log.append(), log.append()];
  log.close();
  medium.remount('ro');
  const fault = faultOf(() => openLog(data));
  expect(isDataFolderError(fault) ? fault.code : fault).toBe('not-writable');
  expect(String(fault)).toMatch(/cannot be written \((EROFS|SQLITE_\w+)\)\. Check its permissions/);
  medium.remount('rw');
  expect(checkLog(data, { acknowledged, perhaps: 0 })).toEqual([]);
});

const name = { fullName: 'Asha Kumari', mobileNumber: '9876543210', purpose: 'visitor' };

test('the kiosk stops before the medium is full, still gives its log away, and serves when there is room', async ({
  skip,
}) => {
  if (noMedia !== undefined) {
    return skip(noMedia);
  }
  const { folder } = mountMedium(48 * MiB);
  vi.stubEnv('TMPDIR', folder);
  // The sandbox signs by the real time.
  const clock = buildFakeClock(Date.now());
  const { kiosk, data, rows, newestOtp } = await openTestKiosk({ ports: { clock } });
  vi.unstubAllEnvs();
  expect(data.startsWith(folder)).toBe(true);
  const visitor = kiosk.client({ kind: 'kiosk', id: 'gate' });
  const described = await visitor['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const consent = { version, locale: 'en', accepted: true } as const;
  const started = await visitor['verification.start']({ ...name, consent });
  const id = started.ok ? started.value.id : '';

  const floor = fill(folder, 34 * MiB);
  clock.advance(6_000);
  expect(kiosk.ready()).toBe(false);
  const refused = await visitor['verification.start']({ ...name, mobileNumber: '9876543211', consent });
  expect(refused).toMatchObject({ ok: false, error: { code: 'out-of-order' } });
  expect(await visitor['kiosk.describe']({})).toMatchObject({ value: { state: 'out-of-order', reason: 'disk-low' } });

  // Who is in the middle of a visit is told when the row cannot be written, and is not let in.
  fill(folder);
  const told = await visitor['verification.submitOtp']({ id, otp: newestOtp(name.mobileNumber) });
  expect(told).toMatchObject({ ok: false, error: { code: 'log-unavailable' } });
  expect(rows()).toEqual([]);
  const file = join(makeTemporaryFolder(), 'backup.db');
  const backup = await backUp({ data, file, files: buildBackupFiles(), replace: false });
  expect(backup).toMatchObject({ rows: 0, treeChecked: true });

  rmSync(floor);
  clock.advance(12_000);
  expect(kiosk.ready()).toBe(true);
});
