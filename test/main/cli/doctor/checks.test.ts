/** The doctor's checks, one by one. */
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkClock } from '../../../../main/cli/doctor/clock-check.ts';
import { checkDatabase, checkDataFolder, checkDisk } from '../../../../main/cli/doctor/data-folder-checks.ts';
import { releasedOn } from '../../../../main/contract/public.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { makeLogFolder } from '../log-folder.ts';

describe('the data folder', () => {
  it('is well when it is for its owner alone', () => {
    const data = makeTemporaryFolder();
    expect(checkDataFolder(data)).toEqual({ name: 'data folder', ok: true, detail: data });
  });

  it('is well when it can still be made', () => {
    const data = join(makeTemporaryFolder(), 'a/b');
    expect(checkDataFolder(data)).toMatchObject({ ok: true, detail: expect.stringContaining('not there yet') });
  });

  it('is not well when others may look into it', () => {
    const data = makeTemporaryFolder();
    chmodSync(data, 0o750);
    expect(checkDataFolder(data)).toEqual({
      name: 'data folder',
      ok: false,
      detail: `others may look into ${data}`,
      todo: `Close it to them: chmod 700 '${data}'`,
    });
  });

  it('is not well when a file stands in its place, or in its way', () => {
    const file = join(makeTemporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(checkDataFolder(file)).toMatchObject({ ok: false, detail: `${file} is a file` });
    expect(checkDataFolder(join(file, 'data'))).toMatchObject({ ok: false, detail: `${file} is a file` });
  });

  it('is not well on a file system that takes nothing', () => {
    expect(checkDataFolder('/proc/self')).toMatchObject({ ok: false });
  });
});

describe('the database', () => {
  it('is well before the first start', () => {
    expect(checkDatabase(makeTemporaryFolder())).toMatchObject({ check: { ok: true } });
  });

  it('is well when it is whole, and tells when its newest entry was written', () => {
    const { check, lastEntry } = checkDatabase(makeLogFolder());
    expect(check).toMatchObject({ ok: true, detail: expect.stringMatching(/^whole, version \d+, newest entry 4$/) });
    expect(lastEntry).toBe(Date.parse('2026-01-15T04:33:00.000Z'));
    expect(checkDatabase(makeLogFolder([]))).toMatchObject({
      check: { ok: true, detail: expect.stringMatching(/no entry$/) },
    });
  });

  it('is not well when a newer program has written it', () => {
    const data = makeLogFolder();
    const database = new Database(join(data, 'pravesh.db'));
    database.pragma('user_version = 9990');
    database.close();
    expect(checkDatabase(data).check).toMatchObject({ ok: false, detail: expect.stringContaining('of version 9990') });
  });

  it('is not well when it is no database', () => {
    const data = makeTemporaryFolder();
    writeFileSync(join(data, 'pravesh.db'), 'this is no database '.repeat(1000));
    expect(checkDatabase(data).check).toMatchObject({ ok: false, detail: 'cannot be read (SQLITE_NOTADB)' });
  });

  it('is not well when it is damaged inside', () => {
    const data = makeLogFolder();
    const path = join(data, 'pravesh.db');
    const database = new Database(path);
    database.pragma('wal_checkpoint(TRUNCATE)');
    const pageSize = Number(database.pragma('page_size', { simple: true }));
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.close();
    for (const ending of ['-wal', '-shm']) {
      rmSync(`${path}${ending}`, { force: true });
    }
    // Every page but the first, which holds the schema, is overwritten.
    const damaged = new Uint8Array(pageSize * (pages - 1)).fill(0xa5);
    writeFileSync(path, damaged, { flag: 'r+', flush: true });
    expect(checkDatabase(data).check.ok).toBe(false);
  });
});

describe('the disk', () => {
  it('is looked at where the folder is, or will be', () => {
    const data = makeTemporaryFolder();
    const check = checkDisk(join(data, 'not/there'));
    expect(check.detail).toMatch(/^\d+ MiB free$/);
    expect(check.ok).toBe(Number.parseInt(check.detail, 10) >= 256);
  });
});

describe('the clock', () => {
  const released = Date.parse(releasedOn);
  const day = 86_400_000;
  const now = released + 100 * day;

  it.each([
    ['well', { now }, true],
    ['well after the newest entry', { now, lastEntry: now - 1 }, true],
    ['well near the time of the upstream', { now, upstream: now + 200_000 }, true],
    ['in 1970', { now: 0 }, false],
    ['before the program was made', { now: released - day }, false],
    ['decades ahead', { now: released + 30 * 365 * day }, false],
    ['before the newest entry', { now, lastEntry: now + 1000 }, false],
    ['ahead of the upstream', { now, upstream: now - 10 * 60_000 }, false],
    ['behind the upstream', { now, upstream: now + 10 * 60_000 }, false],
  ])('%s', (_what, times, ok) => {
    expect(checkClock(times)).toMatchObject({
      name: 'clock',
      ok,
      ...(ok ? {} : { todo: expect.stringContaining('NTP') }),
    });
  });

  it('says by how much it is off', () => {
    expect(checkClock({ now, upstream: now - 10 * 60_000 }).detail).toContain('10 minutes ahead of the upstream');
    expect(checkClock({ now, upstream: now + 90 * 60_000 }).detail).toContain('90 minutes behind the upstream');
  });
});
