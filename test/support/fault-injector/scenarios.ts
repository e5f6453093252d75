/**
 * What is done to a log while calls of libc fail, and what must then be true of the answers. Runs in a child process of
 * the tests, with the injector before libc.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backUp } from '../../../main/core/db/backup.ts';
import { restore } from '../../../main/core/db/backup-restore.ts';
import { checkTree } from '../../../main/core/db/backup-tree.ts';
import { openDataFolder } from '../../../main/core/db/data-folder.ts';
import { openForReading } from '../../../main/core/db/database.ts';
import { buildBackupFiles } from '../../../main/platform/backup-files.ts';
import { buildFiles } from '../../../main/platform/files.ts';
import { buildPorts } from '../../../main/platform/ports.ts';
import { openLog } from '../open-log.ts';
import { buildSettings } from '../settings.ts';
import { type Acknowledged, checkLog } from './check-log.ts';
import { eraseAll } from './erase-all.ts';

/** Something that is done to a data folder. */
export interface Scenario {
  /** Rows that the folder has before, two of them beyond its newest checkpoint; `old` for a log of version 30. */
  readonly rows: number | 'old';
  /** Does it. `arm` is called where the faults begin, `disarm` where they end. @returns what is wrong afterwards */
  run(data: string, faults: { readonly arm: () => void; readonly disarm: () => void }): Promise<string[]>;
}

/** Rows of the log that is brought to this program's version. */
export const oldRows = 120;

/** A row that must be there is one that `append` returned; an append that threw may have left one or not. */
function buildAppender(log: ReturnType<typeof openLog>) {
  const acknowledged: Acknowledged[] = [];
  let failed = 0;
  return {
    acknowledged,
    failed: () => failed,
    append(times: number) {
      for (let time = 0; time < times; time += 1) {
        try {
          acknowledged.push(log.append());
        } catch {
          failed += 1;
        }
      }
    },
  };
}

const append: Scenario = {
  rows: 5,
  async run(data, { arm, disarm }) {
    const log = openLog(data);
    const before = selectAll(log);
    // Pages go from the WAL to the database every few rows, so that this fails as well.
    log.database.pragma('wal_autocheckpoint = 6');
    const appender = buildAppender(log);
    arm();
    appender.append(9);
    ignoreFault(() => log.checkpoints.sign());
    appender.append(7);
    disarm();
    const failed = appender.failed();
    // The same handle goes on when the disk is well again.
    appender.append(1);
    const stuck = appender.failed() > failed ? ['no row can be written after the fault is over'] : [];
    log.close();
    const acknowledged = [...before, ...appender.acknowledged];
    return [...stuck, ...checkLog(data, { acknowledged, perhaps: failed })];
  },
};

const openAndClose: Scenario = {
  rows: 5,
  async run(data, { arm, disarm }) {
    const acknowledged = readAll(data);
    arm();
    ignoreFault(() => {
      const log = openLog(data);
      try {
        acknowledged.push(log.append());
      } finally {
        log.close();
      }
    });
    disarm();
    return checkLog(data, { acknowledged, perhaps: 1 });
  },
};

const migrate: Scenario = {
  rows: 'old',
  async run(data, { arm, disarm }) {
    arm();
    ignoreFault(() => openDataFolder(data, buildFiles()).close());
    disarm();
    const log = openLog(data);
    const acknowledged = selectAll(log);
    log.close();
    const lost = acknowledged.length === oldRows ? [] : [`of ${oldRows} rows ${acknowledged.length} are left`];
    return [...lost, ...checkLog(data, { acknowledged, perhaps: 0 })];
  },
};

const backup: Scenario = {
  rows: 40,
  async run(data, { arm, disarm }) {
    const file = join(data, 'backup.db');
    const acknowledged = readAll(data);
    arm();
    const made = await succeeds(backUp({ data, file, files: buildBackupFiles(), replace: false }));
    disarm();
    const there = existsSync(file);
    return [
      ...(made && !there ? ['it was told that there is a backup, and there is none'] : []),
      ...(there ? checkCopy(file, acknowledged.length) : []),
      ...checkLog(data, { acknowledged, perhaps: 0 }),
    ];
  },
};

const restoring: Scenario = {
  rows: 20,
  async run(data, { arm, disarm }) {
    const file = join(data, 'backup.db');
    await backUp({ data, file, files: buildBackupFiles(), replace: false });
    const acknowledged = readAll(data);
    const { ports, close } = buildPorts({ data });
    const options = { settings: buildSettings(), data, file, force: false, ports, backupFiles: buildBackupFiles() };
    arm();
    const done = await succeeds(restore(options));
    disarm();
    await close();
    const acts = readAll(data).length - acknowledged.length;
    return [
      ...(done && acts !== 1 ? ['it was told that the backup is restored, and there is no row of it'] : []),
      ...checkLog(data, { acknowledged, perhaps: 1 }),
    ];
  },
};

const erase: Scenario = {
  rows: 250,
  async run(data, { arm, disarm }) {
    const log = openLog(data);
    const acknowledged = selectAll(log);
    arm();
    const done = ignoreFault(() => eraseAll(log.database));
    disarm();
    log.close();
    const kept = done ? countKept(data) : 0;
    return [
      ...(kept > 0 ? [`it was told that persons are erased, and ${kept} are there`] : []),
      ...checkLog(data, { acknowledged, perhaps: 0 }),
    ];
  },
};

/** All scenarios by name. */
export const scenarios = { append, openAndClose, migrate, backup, restoring, erase } satisfies Record<string, Scenario>;
export type ScenarioName = keyof typeof scenarios;

function countKept(data: string): number {
  const log = openLog(data);
  const kept = log.database.prepare('SELECT count(*) FROM entries WHERE subject_salt IS NOT NULL').pluck().get();
  log.close();
  return Number(kept);
}

function checkCopy(file: string, rows: number): string[] {
  const copy = openForReading(file);
  const { size, wrong } = checkTree(copy);
  copy.close();
  return wrong === undefined && size === rows ? [] : [`the backup has ${size} rows: ${wrong}`];
}

function selectAll(log: ReturnType<typeof openLog>): Acknowledged[] {
  return log.database.prepare('SELECT seq, id FROM entries ORDER BY seq').all() as Acknowledged[];
}

function readAll(data: string): Acknowledged[] {
  const log = openLog(data);
  try {
    return selectAll(log);
  } finally {
    log.close();
  }
}

/** That it fails is the point; what it leaves is looked at afterwards. @returns whether it told of no fault */
function ignoreFault(body: () => void): boolean {
  try {
    body();
    return true;
  } catch {
    return false;
  }
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
