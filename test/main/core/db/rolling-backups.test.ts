/** The kiosk's own backups: one a day, a few kept, none of before an erasure. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { backUp } from '../../../../main/core/db/backup.ts';
import { backupsFolder, isErasingAct, listBackups } from '../../../../main/core/db/kept-backups.ts';
import { type BackupOutcome, lastBackupKey, startRollingBackups } from '../../../../main/core/db/rolling-backups.ts';
import { runBackup } from '../../../../main/core/db/run-backup.ts';
import { selectStateTime } from '../../../../main/core/health/terminal-state-sql.ts';
import { buildBackupFiles } from '../../../../main/platform/backup-files.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { settlePromises } from '../../../support/fake-clock.ts';
import { buildListLogger } from '../../../support/http-host.ts';
import { openLog } from '../../../support/open-log.ts';
import { findRoot } from '../../../support/root.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const files = buildFiles();
const dayMs = 24 * 60 * 60_000;
const minuteMs = 60_000;

function openWorld({ keep = 2, free = Number.MAX_SAFE_INTEGER } = {}) {
  const data = join(makeTemporaryFolder(), 'data');
  const log = openLog(data);
  onTestFinished(() => log.close());
  const world = { damaged: 0, lines: [] as string[], hold: undefined as Promise<void> | undefined };
  const make = (file: string) => {
    let stopped = false;
    const copy = async (): Promise<BackupOutcome> => {
      await world.hold;
      if (stopped) {
        return 'failed';
      }
      await backUp({ data, file, replace: true, files: buildBackupFiles() });
      return 'made';
    };
    return {
      outcome: copy(),
      stop: () => {
        stopped = true;
      },
    };
  };
  const start = () =>
    startRollingBackups({
      database: log.database,
      data,
      keep,
      files: { ...files, freeBytes: () => free },
      clock: log.clock,
      logger: buildListLogger(world.lines),
      make,
      onDamaged: () => {
        world.damaged += 1;
      },
    });
  const names = () => (existsSync(join(data, backupsFolder)) ? readdirSync(join(data, backupsFolder)).sort() : []);
  /** So many have been made, and nothing is under way any longer. */
  const made = (count: number) =>
    expect.poll(() => world.lines.filter((line) => line.startsWith('backup made')).length).toBe(count);
  return { world, data, log, start, names, made };
}

test('the first is made two minutes after the start, then one a day; so many are kept', async () => {
  const { data, log, start, names, made } = openWorld();
  log.appendMany(5);
  const backups = start();
  log.clock.advance(2 * minuteMs - 1);
  expect(names()).toEqual([]);
  log.clock.advance(1);
  await made(1);
  expect(names()).toEqual(['pravesh-000000000005-20260115T043200Z.db']);
  expect(selectStateTime(log.database, lastBackupKey)).toBe('2026-01-15T04:32:00.000Z');
  log.appendMany(1);
  log.clock.advance(23 * 60 * minuteMs);
  await settlePromises();
  expect(names()).toHaveLength(1);
  log.clock.advance(60 * minuteMs);
  await made(2);
  log.appendMany(1);
  log.clock.advance(dayMs);
  await made(3);
  expect(names()).toEqual(['pravesh-000000000006-20260116T043200Z.db', 'pravesh-000000000007-20260117T043200Z.db']);
  expect(listBackups(data, files).map(({ rows }) => rows)).toEqual([7, 6]);
  await backups.close();
  log.checkpoints.close();
  expect(log.clock.timers()).toBe(0);
});

test('with an erasure all of them go at once, also one that is being made; a new one follows', async () => {
  const { world, log, start, names, made } = openWorld();
  log.appendMany(5);
  const backups = start();
  log.clock.advance(2 * minuteMs);
  await made(1);
  let letGo = () => {};
  world.hold = new Promise((resolve) => {
    letGo = resolve;
  });
  log.clock.advance(dayMs);
  backups.drop();
  expect(names()).toEqual([]);
  letGo();
  world.hold = undefined;
  log.append({ outcome: 'act', reason: 'erase: 1 on request' });
  await settlePromises();
  expect(names()).toEqual([]);
  log.clock.advance(2 * minuteMs);
  await made(2);
  expect(names()).toEqual(['pravesh-000000000006-20260116T043400Z.db']);
  await backups.close();
});

test('what was erased while nobody looked after the backups takes them at the next start', async () => {
  const { log, start, names, made } = openWorld();
  log.appendMany(5);
  const before = start();
  log.clock.advance(2 * minuteMs);
  await made(1);
  await before.close();
  const unchanged = start();
  expect(names()).toHaveLength(1);
  await unchanged.close();
  log.append({ outcome: 'act', reason: 'erase: 1 whose time was over' });
  const after = start();
  expect(names()).toEqual([]);
  await after.close();
});

test('none is made where it would leave too little room, and none where none are wanted', async () => {
  const full = openWorld({ free: 64 * 1024 * 1024 });
  const backups = full.start();
  full.log.clock.advance(dayMs);
  await settlePromises();
  expect(full.names()).toEqual([]);
  expect(full.world.lines.join()).toContain('too little room');
  await backups.close();
  const off = openWorld({ keep: 0 });
  const none = off.start();
  expect(off.log.clock.timers()).toBe(0);
  await none.close();
});

test('the thread makes one, and tells a log that is not whole', async () => {
  const { data, log } = openWorld();
  log.appendMany(300);
  log.database.pragma('wal_checkpoint(TRUNCATE)');
  files.makeFolder(join(data, backupsFolder));
  const worker = join(findRoot(), 'main/cli/export-worker.ts');
  const file = join(data, backupsFolder, 'pravesh-000000000300-20260115T043200Z.db');
  expect(await runBackup(worker, { data, file }).outcome).toBe('made');
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  const path = join(data, 'pravesh.db');
  const wounded = join(makeTemporaryFolder(), 'data');
  files.makeFolder(wounded);
  const bytes = readFileSync(path);
  bytes.fill(0xff, 12 * 4096, 13 * 4096);
  writeFileSync(join(wounded, 'pravesh.db'), bytes);
  const second = join(wounded, 'pravesh-000000000300-20260115T043200Z.db');
  expect(await runBackup(worker, { data: wounded, file: second }).outcome).toBe('damaged');
  expect(readdirSync(wounded).filter((name) => name.startsWith('pravesh-'))).toEqual([]);
});

test('acts that erase are told by their reason', () => {
  expect(isErasingAct({ outcome: 'act', reason: 'erase: 3 whose time was over' })).toBe(true);
  expect(isErasingAct({ outcome: 'act', reason: 'roster-remove' })).toBe(true);
  expect(isErasingAct({ outcome: 'act', reason: 'unlock' })).toBe(false);
  expect(isErasingAct({ outcome: 'referred', reason: 'erase' })).toBe(false);
});
