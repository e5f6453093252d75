/**
 * kill -9 at moments of chance, fifty times in each kind of work (D1): every row and head that was told is in the log, in
 * its order; file and tree are whole; and the next process goes on from there.
 */
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUp } from '../../main/core/db/backup.ts';
import { checkTree } from '../../main/core/db/backup-tree.ts';
import { openForReading, openForWriting } from '../../main/core/db/database.ts';
import { migrate, newestVersion, versionOf } from '../../main/core/db/migrate.ts';
import { buildBackupFiles } from '../../main/platform/backup-files.ts';
import { type Acknowledged, checkLog } from '../support/fault-injector/check-log.ts';
import { arm, buildInjector, injectorEnv, makeControl } from '../support/fault-injector/injector.ts';
import { buildChance, never, workUntil } from '../support/fault-injector/kill.ts';
import { makeMemoryFolder } from '../support/fault-injector/memory-folder.ts';
import { fillOldLog } from '../support/old-log.ts';
import { openLog } from '../support/open-log.ts';

const kills = 50;
/** Two at a time, each on folders of its own. */
const lanes = [11, 23];

function isRow(told: unknown): told is Acknowledged {
  return typeof told === 'object' && told !== null && 'seq' in told;
}

function isHead(told: unknown): told is { readonly size: number; readonly note: string } {
  return typeof told === 'object' && told !== null && 'note' in told;
}

/** Kills and looks, again and again on one log. @returns how many rows were told of */
async function killOften(kind: string, folder: string, seed: number): Promise<number> {
  const chance = buildChance(seed);
  const data = join(folder, String(seed), 'data');
  let acknowledged: Acknowledged[] = [];
  for (let kill = 0; kill < kills / lanes.length; kill += 1) {
    const told = await workUntil(kind, data, { lines: 1 + Math.floor(chance() * 30), thenMs: chance() * 4 });
    acknowledged = [...acknowledged, ...told.filter(isRow)];
    expect(lostHeads(data, told), `kill ${kill} of seed ${seed}`).toEqual([]);
    // One row more may be there: its process ended before it could tell.
    const wrong = checkLog(data, { acknowledged, perhaps: 1 });
    expect(wrong, `kill ${kill} of seed ${seed}`).toEqual([]);
    acknowledged = readRows(data);
  }
  return acknowledged.length;
}

function lostHeads(data: string, told: readonly unknown[]): number[] {
  const log = openLog(data);
  const stored = log.database.prepare('SELECT note FROM checkpoints WHERE size = ?').pluck();
  const lost = told.filter(isHead).filter(({ size, note }) => stored.get(size) !== note);
  log.close();
  return lost.map(({ size }) => size);
}

function readRows(data: string): Acknowledged[] {
  const log = openLog(data);
  const rows = log.database.prepare('SELECT seq, id FROM entries ORDER BY seq').all() as Acknowledged[];
  log.close();
  return rows;
}

describe.each(['append', 'checkpoint', 'erase'])('killed in %s', (kind) => {
  test('every row and head that was told is there, in order', async () => {
    const folder = makeMemoryFolder();
    const rows = await Promise.all(lanes.map((seed) => killOften(kind, folder, seed)));
    expect(Math.min(...rows)).toBeGreaterThan(kills);
  });
});

const oldRows = 30_000;

test('killed in bringing a log of 30,000 rows to this version, it is the old one or the new one', async () => {
  const folder = makeMemoryFolder();
  const base = join(folder, 'base');
  mkdirSync(base);
  const old = openForWriting(join(base, 'pravesh.db'));
  migrate(old, 30);
  fillOldLog(old, oldRows);
  old.close();
  const finished = await Promise.all(lanes.map((seed) => killMigrations(base, join(folder, String(seed)), seed)));
  // If all were quicker than the kill, nothing was tried.
  expect(finished.reduce((all, one) => all + one)).toBeLessThan(kills);
});

async function killMigrations(base: string, folder: string, seed: number): Promise<number> {
  const chance = buildChance(seed);
  const data = join(folder, 'data');
  cpSync(base, data, { recursive: true });
  let finished = 0;
  for (let kill = 0; kill < kills / lanes.length; kill += 1) {
    await workUntil('migrate', data, { lines: 1, thenMs: chance() * 400 });
    const version = expectOldOrNew(data);
    if (version === newestVersion) {
      finished += 1;
      cpSync(base, data, { recursive: true, force: true });
    }
  }
  const log = openLog(data);
  log.close();
  expect(expectOldOrNew(data)).toBe(newestVersion);
  return finished;
}

function expectOldOrNew(data: string): number {
  const database = openForWriting(join(data, 'pravesh.db'));
  const version = versionOf(database);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(oldRows);
  if (version >= 40) {
    expect(checkTree(database).wrong).toBeUndefined();
    expect(checkTree(database).size).toBe(oldRows);
  }
  database.close();
  return version;
}

test('killed in making a backup, the file is whole or not there', async () => {
  const folder = makeMemoryFolder();
  const made = await Promise.all(lanes.map((seed) => killBackups(join(folder, String(seed), 'data'), seed)));
  expect(Math.min(...made)).toBeGreaterThan(0);
});

/** @returns how often there was a file */
async function killBackups(data: string, seed: number): Promise<number> {
  const log = openLog(data);
  log.appendMany(300);
  log.close();
  const chance = buildChance(seed);
  const file = join(data, 'backup.db');
  let made = 0;
  for (let kill = 0; kill < kills / lanes.length; kill += 1) {
    await workUntil('backup', data, { lines: 1, thenMs: chance() * 120 });
    if (existsSync(file)) {
      made += 1;
      const copy = openForReading(file);
      expect(checkTree(copy)).toMatchObject({ size: 300 });
      expect(checkTree(copy).wrong).toBeUndefined();
      copy.close();
    }
  }
  return made;
}

/** Every fourth call is enough to come into each step: SQLite makes several for each page. */
const step = 4;

test('killed in restoring a backup, the log is the one that was there or the restored one', async ({ skip }) => {
  const folder = makeMemoryFolder();
  const injector = buildInjector(folder);
  if ('missing' in injector) {
    return skip(injector.missing);
  }
  const [base, work, control] = [join(folder, 'base'), join(folder, 'work'), join(folder, 'control')];
  const [data, env] = [
    join(work, 'data'),
    injectorEnv({ injector: injector.path, folder: join(work, 'data'), control }),
  ];
  makeControl(control);
  const log = openLog(base);
  log.appendMany(12);
  log.checkpoints.sign();
  log.close();
  mkdirSync(work);
  await backUp({ data: base, file: join(work, 'backup.db'), files: buildBackupFiles(), replace: false });
  const acknowledged = readRows(base);
  let kills = 0;
  for (let told: readonly unknown[] = []; !told.includes('end'); kills += 1) {
    rmSync(data, { recursive: true, force: true });
    cpSync(base, data, { recursive: true });
    arm(control, { kinds: ['write', 'sync', 'truncate', 'name'], nth: 1 + kills * step, with: 'kill' });
    told = await workUntil('restore', data, never, env);
    const acts = readRows(data).length - acknowledged.length;
    expect(told.includes('end') ? [1] : [0, 1], `call ${1 + kills * step}`).toContain(acts);
    expect(checkLog(data, { acknowledged, perhaps: 1 }), `call ${1 + kills * step}`).toEqual([]);
  }
  expect(kills).toBeGreaterThan(20);
});
