/**
 * Every write, fsync, truncation and rename of the log fails once, one after the other (D2): whatever was told to be in
 * the log is in it, file and tree are whole, and the next one works.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openForWriting } from '../../main/core/db/database.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import type { Drive, Driven } from '../support/fault-injector/drive-faults.ts';
import { buildInjector, injectorEnv, makeControl } from '../support/fault-injector/injector.ts';
import { makeMemoryFolder } from '../support/fault-injector/memory-folder.ts';
import { oldRows, type Scenario, type ScenarioName, scenarios } from '../support/fault-injector/scenarios.ts';
import { fillOldLog } from '../support/old-log.ts';
import { openLog } from '../support/open-log.ts';

/** Makes the data folder that each run begins from. */
function makeBase(base: string, scenario: ScenarioName): void {
  const { rows }: Scenario = scenarios[scenario];
  if (rows === 'old') {
    mkdirSync(base);
    const database = openForWriting(join(base, 'pravesh.db'));
    migrate(database, 30);
    fillOldLog(database, oldRows);
    database.close();
    return;
  }
  const log = openLog(base);
  log.appendMany(rows - 2);
  log.checkpoints.sign();
  log.appendMany(2);
  log.close();
}

/** Runs a scenario in a child process with the injector, until no call fails any more. */
async function drive(injector: string, place: string, asked: Pick<Drive, 'scenario' | 'fault'>): Promise<Driven> {
  const [control, base, work] = [join(place, 'control'), join(place, 'base'), join(place, 'work')];
  mkdirSync(work, { recursive: true });
  makeControl(control);
  makeBase(base, asked.scenario);
  const program = join(import.meta.dirname, '../support/fault-injector/drive-faults.ts');
  const child = spawn(process.execPath, [program, JSON.stringify({ ...asked, base, work, control } satisfies Drive)], {
    env: { ...process.env, NODE_OPTIONS: undefined, ...injectorEnv({ injector, folder: work, control }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  const [said, complaints] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  if (child.exitCode !== 0) {
    throw new Error(`the driver of the faults ended with ${child.exitCode}: ${complaints}`);
  }
  return JSON.parse(said);
}

const every = ['write', 'sync', 'truncate', 'name'] as const;

/** What fails: one call, and a disk that stays full or read-only from some call on. */
const faults: readonly Drive['fault'][] = [
  { kinds: every, with: 'EIO' },
  { kinds: ['write'], with: 'ENOSPC', onwards: true },
  { kinds: every, with: 'EROFS', onwards: true },
];

/** The least number of calls that must have failed, so that a scenario that does nothing is found. */
const table: readonly [ScenarioName, number][] = [
  ['append', 70],
  ['openAndClose', 15],
  ['migrate', 40],
  ['backup', 40],
  ['restoring', 60],
  ['erase', 20],
];

test.for(table)('%s holds at each of %i calls and more', async ([scenario, least], { skip }) => {
  const folder = makeMemoryFolder();
  const injector = buildInjector(folder);
  if ('missing' in injector) {
    return skip(injector.missing);
  }
  const driven = await Promise.all(
    faults.map((fault, place) => drive(injector.path, join(folder, String(place)), { scenario, fault })),
  );
  expect(driven.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(Math.min(...driven.map(({ failed }) => failed))).toBeGreaterThanOrEqual(least);
});
