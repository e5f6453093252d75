/** A damaged log is repaired: from the newest good backup, and with every row after it that can be read and proven. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backUp } from '../../../../main/core/db/backup.ts';
import { checkTree } from '../../../../main/core/db/backup-tree.ts';
import { isMarkedDamaged, markDamaged } from '../../../../main/core/db/damage-mark.ts';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { backupsFolder, nameBackup } from '../../../../main/core/db/kept-backups.ts';
import { repair } from '../../../../main/core/db/repair.ts';
import { evidenceColumns } from '../../../../main/core/entry-log/entries-sql.ts';
import { leafHash } from '../../../../main/core/entry-log/leaf.ts';
import { openLogReader } from '../../../../main/core/kiosk.ts';
import { buildBackupFiles } from '../../../../main/platform/backup-files.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildPorts } from '../../../../main/platform/ports.ts';
import { openLog } from '../../../support/open-log.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { pageBytes, pageOf, wipePage } from '../../../support/wounds.ts';

const settings = buildSettings();
const files = buildFiles();

/** A log of so many rows, with a backup when it had as many as `backedUp`. */
async function makeLog(rows: number, backedUp?: number) {
  const data = join(makeTemporaryFolder(), 'data');
  const log = openLog(data);
  let backup: string | undefined;
  if (backedUp !== undefined) {
    log.appendMany(backedUp);
    log.checkpoints.sign();
    files.makeFolder(join(data, backupsFolder));
    backup = join(data, backupsFolder, nameBackup(backedUp, log.clock.now()));
    await backUp({ data, file: backup, replace: false, files: buildBackupFiles() });
  }
  log.appendMany(rows - (backedUp ?? 0));
  log.checkpoints.sign();
  log.database.pragma('wal_checkpoint(TRUNCATE)');
  log.close();
  return { data, path: join(data, 'pravesh.db'), backup: backup ?? '' };
}

async function repairIn(data: string) {
  const { ports, close } = buildPorts({ data });
  try {
    return await repair({ settings, data, ports, backupFiles: buildBackupFiles() });
  } finally {
    await close();
  }
}

function readLog(data: string) {
  const folder = openDataFolder(data, files);
  try {
    const tree = checkTree(folder.database);
    return { rows: tree.size, wrong: tree.wrong };
  } finally {
    folder.close();
  }
}

function lastReason(data: string) {
  const reader = openLogReader({ data });
  try {
    return reader.list({ limit: 1 })[0]?.reason;
  } finally {
    reader.close();
  }
}

test('a whole log is left as it is, and its mark goes', async () => {
  const { data, path } = await makeLog(20);
  markDamaged(data, files, '2026-01-15T04:30:00.000Z', 'SQLITE_CORRUPT');
  const before = readFileSync(path);
  expect(await repairIn(data)).toEqual({ kind: 'whole', rows: 20 });
  expect(readFileSync(path)).toEqual(before);
  expect(isMarkedDamaged(data, files)).toBe(false);
});

test('rows after the backup come from the damaged log, up to the first that cannot be read', async () => {
  const { data, path, backup } = await makeLog(400, 150);
  const page = pageOf(path, 330);
  wipePage(path, page);
  markDamaged(data, files, '2026-01-15T04:30:00.000Z', 'SQLITE_CORRUPT');
  const report = await repairIn(data);
  expect(report).toMatchObject({ kind: 'repaired', backup: { path: backup, rows: 150 } });
  const { salvaged, replaced } = report.kind === 'repaired' ? report : { salvaged: { rows: 0 }, replaced: '' };
  expect(salvaged.rows).toBeGreaterThan(150);
  expect(salvaged.rows).toBeLessThan(180);
  expect(existsSync(replaced)).toBe(true);
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(isMarkedDamaged(data, files)).toBe(false);
  expect(readLog(data)).toEqual({ rows: 150 + salvaged.rows + 1, wrong: undefined });
  expect(lastReason(data)).toBe(`repair: a backup of 150 rows, then ${salvaged.rows} rows of the damaged log`);
  expect(readdirSync(data).filter((name) => name.includes('repairing'))).toEqual([]);
});

test('damage before the end of the backup costs no row at all', async () => {
  const { data, path } = await makeLog(400, 300);
  wipePage(path, pageOf(path, 40));
  expect(await repairIn(data)).toMatchObject({ kind: 'repaired', salvaged: { rows: 100 } });
  expect(readLog(data)).toEqual({ rows: 401, wrong: undefined });
});

test('without a good backup the rows before the damage are all that is left', async () => {
  const { data, path } = await makeLog(400);
  wipePage(path, pageOf(path, 200));
  const report = await repairIn(data);
  expect(report).toMatchObject({ kind: 'repaired' });
  expect(report).not.toHaveProperty('backup');
  const { rows, wrong } = readLog(data);
  expect(wrong).toBeUndefined();
  expect(rows).toBeGreaterThan(150);
  expect(rows).toBeLessThan(201);
});

test('a backup that is damaged itself is passed over for the one before', async () => {
  const { data, path, backup } = await makeLog(300, 100);
  const log = openLog(data);
  const newer = join(data, backupsFolder, nameBackup(300, log.clock.now()));
  log.close();
  await backUp({ data, file: newer, replace: false, files: buildBackupFiles() });
  wipePage(newer, 20);
  wipePage(path, pageOf(path, 250));
  expect(await repairIn(data)).toMatchObject({ backup: { path: backup, rows: 100 } });
});

test('a file whose head is gone gives nothing but the backup', async () => {
  const { data, path } = await makeLog(120, 100);
  wipePage(path, 0);
  expect(() => openDataFolder(data, files)).toThrow('pravesh doctor --repair');
  expect(await repairIn(data)).toMatchObject({ backup: { rows: 100 }, salvaged: { rows: 0, tables: [] } });
  expect(readLog(data)).toEqual({ rows: 101, wrong: undefined });
});

test('with nothing at all to begin with it says so, and changes nothing', async () => {
  const { data, path } = await makeLog(50);
  wipePage(path, 0);
  truncateSync(path, 3 * pageBytes);
  const before = readFileSync(path);
  await expect(repairIn(data)).rejects.toThrow('If you keep a backup elsewhere: pravesh restore FILE');
  expect(readFileSync(path)).toEqual(before);
  await expect(repairIn(join(makeTemporaryFolder(), 'empty'))).rejects.toThrow('There is no entry log');
});

test('rows that were changed and fit their leaf again, but not what was signed, are no repair', async () => {
  const { data, path } = await makeLog(150, 100);
  const database = new Database(path);
  database.exec('DROP TRIGGER entries_evidence_fixed; DROP TRIGGER entries_leaves_fixed');
  const row = database.prepare(`SELECT ${evidenceColumns.join(', ')} FROM entries WHERE seq = 120`).get();
  const changed = { ...(row as Parameters<typeof leafHash>[0]), outcome: 'referred' as const };
  database.prepare('UPDATE entries SET outcome = ?, leaf_hash = ? WHERE seq = 120').run('referred', leafHash(changed));
  database.close();
  await expect(repairIn(data)).rejects.toThrow('they were changed');
});

describe('what stands beside the rows', () => {
  test('comes from the damaged log where it can be read: counters of codes, what the terminal remembers', async () => {
    const { data, path } = await makeLog(200, 50);
    const database = new Database(path);
    database.exec(`INSERT INTO code_sends (number_ref, at) VALUES ('a-number', 1768451400000)`);
    database.exec(
      `INSERT INTO terminal_state (key, value, at) VALUES ('last-export', 'x', '2026-01-15T04:30:00.000Z')`,
    );
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    wipePage(path, pageOf(path, 180));
    const report = await repairIn(data);
    expect(report).toMatchObject({ salvaged: { tables: expect.arrayContaining(['code_sends', 'terminal_state']) } });
    const after = new Database(path, { readonly: true });
    expect(after.prepare('SELECT count(*) AS sends FROM code_sends').get()).toEqual({ sends: 1 });
    expect(after.prepare("SELECT value FROM terminal_state WHERE key = 'last-export'").get()).toEqual({ value: 'x' });
    after.close();
  });
});

test('wherever a page is lost, the log is whole afterwards, with no row that was not there', async () => {
  const { data, path } = await makeLog(260, 120);
  const whole = readFileSync(path);
  const pages = whole.length / pageBytes;
  for (let page = 1; page < pages; page += Math.ceil(pages / 12)) {
    writeFileSync(path, whole);
    rmSync(`${path}-wal`, { force: true });
    rmSync(`${path}-shm`, { force: true });
    wipePage(path, page);
    const report = await repairIn(data);
    const { rows, wrong } = readLog(data);
    expect(wrong, `page ${page}`).toBeUndefined();
    expect(rows, `page ${page}`).toBe(
      report.kind === 'repaired' ? (report.backup?.rows ?? 0) + report.salvaged.rows + 1 : report.rows,
    );
    expect(rows).toBeGreaterThanOrEqual(120);
    expect(rows).toBeLessThanOrEqual(261);
  }
});
