/**
 * The power goes between two calls of a log that is written (D1): at each such moment what was synced is on the disk, and
 * of what was not all, nothing, or some of it in part. Every disk that is left so opens to a log with every row that had
 * been told of.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Acknowledged, checkLog } from '../support/fault-injector/check-log.ts';
import { buildInjector, injectorEnv } from '../support/fault-injector/injector.ts';
import { buildChance } from '../support/fault-injector/kill.ts';
import { makeMemoryFolder } from '../support/fault-injector/memory-folder.ts';
import { applyCall, contentAfter, type Disk, type Loss, readRecord } from '../support/fault-injector/recorded-disk.ts';
import { openLog } from '../support/open-log.ts';

const rows = 48;
const losses: readonly Loss[] = ['all', 'some', 'none'];
const files = ['pravesh.db', 'pravesh.db-wal'];

/** Records a process that appends to a copy of the base. */
function record(injector: string, folder: string) {
  const [base, work] = [join(folder, 'base'), join(folder, 'work')];
  const [data, told, calls] = [join(work, 'data'), join(work, 'told'), join(folder, 'calls')];
  const log = openLog(base);
  log.appendMany(3);
  log.close();
  mkdirSync(work);
  cpSync(base, data, { recursive: true });
  const program = join(import.meta.dirname, '../support/fault-injector/record-appends.ts');
  const { status, stderr } = spawnSync(process.execPath, [program, data, told, String(rows)], {
    env: { ...process.env, NODE_OPTIONS: undefined, ...injectorEnv({ injector, folder: work, record: calls }) },
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  const recorded = readRecord(readFileSync(calls)).filter(({ path }) => !path.endsWith('-shm'));
  return { base, data, told, recorded };
}

test('at every moment between two calls the log that is left has every row that was told of', ({ skip }) => {
  const folder = makeMemoryFolder();
  const injector = buildInjector(folder);
  if ('missing' in injector) {
    return skip(injector.missing);
  }
  const { base, data, told, recorded } = record(injector.path, folder);
  const before = openLog(base);
  const first = before.database.prepare('SELECT seq, id FROM entries ORDER BY seq').all() as Acknowledged[];
  before.close();
  const chance = buildChance(7);
  const main = join(data, 'pravesh.db');
  let disk: Disk = new Map([[main, { synced: readFileSync(join(base, 'pravesh.db')), unsynced: [] }]]);
  const wrong: string[] = [];
  let snapshots = 0;
  for (const [at, call] of recorded.entries()) {
    disk = applyCall(disk, call);
    const acknowledged = [...first, ...readTold(disk, told)];
    const loss = losses[at % losses.length] ?? 'all';
    const left = join(folder, 'left');
    cpSync(join(base, 'keys'), join(left, 'keys'), { recursive: true });
    for (const name of files) {
      const file = disk.get(join(data, name));
      if (file !== undefined) {
        writeFileSync(join(left, name), contentAfter(file, loss, chance));
      }
    }
    wrong.push(
      ...checkLog(left, { acknowledged, perhaps: 1 }).map((words) => `after call ${at}, lost ${loss}: ${words}`),
    );
    rmSync(left, { recursive: true });
    snapshots += 1;
  }
  expect(wrong).toEqual([]);
  expect(readTold(disk, told)).toHaveLength(rows);
  expect(snapshots).toBeGreaterThan(300);
});

/** What the process had told by then; that needs no disk to have happened. */
function readTold(disk: Disk, path: string): Acknowledged[] {
  const file = disk.get(path);
  const lines = file === undefined ? [] : contentAfter(file, 'none').toString('utf8').split('\n').slice(0, -1);
  return lines.map((line): Acknowledged => JSON.parse(line));
}
