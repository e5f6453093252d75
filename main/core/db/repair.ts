/**
 * `pravesh doctor --repair`: puts a whole log in the place of a damaged one: the newest good backup, and after it every
 * row of the damaged log that can be read and proven. The damaged log stays beside it. Part of the core.
 */
import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { BackupFiles, Ports } from '../ports.ts';
import { selectCheckpoint } from '../tree/tree-sql.ts';
import { removeDatabase } from './backup.ts';
import { checkIntegrity, checkRows, checkVersion, explainSqlite, hasTree, isSignedBy } from './backup-check.ts';
import { copyDatabase, makeOneFile } from './backup-copy.ts';
import { BackupError } from './backup-error.ts';
import { appendAct, findPublicKey, keepReplaced } from './backup-restore.ts';
import type { OnRows } from './backup-tree.ts';
import { unmarkDamaged } from './damage-mark.ts';
import { databaseName, lockDataFolder } from './data-folder.ts';
import { openForReading, openForWriting, type ReadDatabase } from './database.ts';
import { listBackups } from './kept-backups.ts';
import { migrate, newestVersion, versionOf } from './migrate.ts';
import { type Salvaged, salvage } from './salvage.ts';

export interface RepairOptions {
  readonly settings: Settings;
  /** The data folder. */
  readonly data: string;
  readonly ports: Ports;
  readonly backupFiles: BackupFiles;
  readonly onRows?: OnRows;
}

/** What was done. */
export type RepairReport =
  | { readonly kind: 'whole'; readonly rows: number }
  | {
      readonly kind: 'repaired';
      /** The backup that it began with, and its rows; undefined when there was no good one. */
      readonly backup?: { readonly path: string; readonly rows: number };
      /** What came from the damaged log. */
      readonly salvaged: Salvaged;
      /** Where the damaged log is kept. */
      readonly replaced: string;
    };

/**
 * Looks at the log, and repairs it when it is not whole. Until a whole one is ready, nothing changes.
 * @throws DataFolderError when a kiosk runs there; BackupError, in words; errors of the file system
 */
export async function repair(options: RepairOptions): Promise<RepairReport> {
  const { data, ports, backupFiles } = options;
  const path = join(data, databaseName);
  if (!backupFiles.exists(path)) {
    throw new BackupError('no-log', `There is no entry log in ${data}.`);
  }
  const unlock = lockDataFolder(data, ports.files);
  const draft = `${path}.repairing`;
  try {
    const rows = countWhole(path, options.onRows);
    if (rows !== undefined) {
      unmarkDamaged(data, ports.files);
      return { kind: 'whole', rows };
    }
    removeDatabase(backupFiles, draft);
    const report = await buildWhole(path, draft, options);
    makeOneFile(draft);
    backupFiles.sync(draft);
    const replaced = keepReplaced(path, options);
    backupFiles.publish(draft, path, { replace: true });
    unmarkDamaged(data, ports.files);
    return { ...report, replaced };
  } catch (error) {
    throw explainSqlite(error, path);
  } finally {
    removeDatabase(backupFiles, draft);
    unlock();
  }
}

/** The rows of a log that is whole; undefined for one that is not. */
function countWhole(path: string, onRows?: OnRows): number | undefined {
  const database = attempt(() => openForReading(path));
  if (database === undefined) {
    return undefined;
  }
  try {
    return attempt(() => {
      checkVersion(database, path);
      checkIntegrity(database, path);
      return hasTree(database) ? checkRows(database, path, onRows).size : 0;
    });
  } finally {
    database.close();
  }
}

type Built = Omit<Extract<RepairReport, { kind: 'repaired' }>, 'replaced'>;

async function buildWhole(path: string, draft: string, options: RepairOptions): Promise<Built> {
  const publicKey = findPublicKey(options);
  const backup = await takeBackup(draft, options, publicKey);
  const target = openForWriting(draft);
  try {
    migrate(target);
    const damaged = attempt(() => openForReading(path));
    let salvaged: Salvaged = { rows: 0, tables: [] };
    try {
      if (damaged !== undefined && isOfThisVersion(damaged)) {
        salvaged = salvage(damaged, target, publicKey);
      }
    } finally {
      damaged?.close();
    }
    const { size } = checkRows(target, draft, options.onRows);
    if (size === 0) {
      const words = `Nothing of ${path} can be read, and there is no good backup in ${options.data}.`;
      throw new BackupError('damaged', `${words} If you keep a backup elsewhere: pravesh restore FILE`);
    }
    const from = backup === undefined ? 'no backup' : `a backup of ${backup.rows} rows`;
    appendAct(target, options, `repair: ${from}, then ${salvaged.rows} rows of the damaged log`);
    checkIntegrity(target, draft);
    return { kind: 'repaired', ...(backup === undefined ? {} : { backup }), salvaged };
  } finally {
    target.close();
  }
}

/** Copies the newest backup that is whole and of this terminal; an empty file where there is none. */
async function takeBackup(
  draft: string,
  { data, ports, backupFiles }: RepairOptions,
  publicKey: Uint8Array | undefined,
): Promise<{ path: string; rows: number } | undefined> {
  for (const { path } of listBackups(data, ports.files)) {
    removeDatabase(backupFiles, draft);
    backupFiles.reserve(draft);
    const rows = await attemptLater(() => copyGood(path, draft, publicKey));
    if (rows !== undefined) {
      return { path, rows };
    }
  }
  removeDatabase(backupFiles, draft);
  backupFiles.reserve(draft);
  return undefined;
}

/** Its rows. Throws when the backup is not whole, or not of this terminal. */
async function copyGood(path: string, draft: string, publicKey: Uint8Array | undefined): Promise<number> {
  const source = openForReading(path);
  try {
    checkVersion(source, path);
    await copyDatabase(source, draft);
  } finally {
    source.close();
  }
  const copy = openForWriting(draft);
  try {
    checkIntegrity(copy, path);
    migrate(copy);
    const { size } = checkRows(copy, path);
    const newest = selectCheckpoint(copy);
    if (newest !== undefined && publicKey !== undefined && !isSignedBy(publicKey, newest.note)) {
      throw new BackupError('forked', `${path} is not of this terminal.`);
    }
    return size;
  } finally {
    copy.close();
  }
}

function isOfThisVersion(database: ReadDatabase): boolean {
  return attempt(() => versionOf(database)) === newestVersion;
}

function attempt<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch {
    return undefined;
  }
}

async function attemptLater<T>(body: () => Promise<T>): Promise<T | undefined> {
  try {
    return await body();
  } catch {
    return undefined;
  }
}
