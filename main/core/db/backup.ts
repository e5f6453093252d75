/**
 * `pravesh backup`: a checked copy of the entry log in one file, made beside a running kiosk. Part of the core.
 * The keys of the terminal are not in it: whoever has both can write other histories, so they are kept apart.
 */
import { join } from 'node:path';
import type { BackupFiles } from '../ports.ts';
import { selectCheckpoint } from '../tree/tree-sql.ts';
import { checkIntegrity, checkRows, checkVersion, countRows, explainSqlite, hasTree } from './backup-check.ts';
import { CopyStopped, copyDatabase, makeOneFile } from './backup-copy.ts';
import { BackupError } from './backup-error.ts';
import { databaseName } from './data-folder.ts';
import { openForReading } from './database.ts';

/** What is told meanwhile: a part of the pages, from 0 to 1, or rows that have been checked. */
export interface BackupProgress {
  readonly onPart?: (part: number) => void;
  readonly onRows?: (rows: number) => void;
}

export interface BackupOptions extends BackupProgress {
  /** The data folder. */
  readonly data: string;
  /** The backup to be made; its folder is there. */
  readonly file: string;
  /** Whether a file of that name may go. It stays until the new one is complete. */
  readonly replace: boolean;
  readonly files: BackupFiles;
  readonly signal?: AbortSignal | undefined;
}

/** What a backup holds. */
export interface BackupReport {
  readonly rows: number;
  /** The size of its newest checkpoint; 0 when it has none. */
  readonly checkpoint: number;
  /** Whether leaves and nodes were made again and fit; false for a log from before it had a tree. */
  readonly treeChecked: boolean;
}

/**
 * Makes a backup: copied under another name, checked, and only then given its name. Pulled out at any moment, the file
 * is the old one, the new one or none.
 * @throws BackupError in words, or errors of the file system
 */
export async function backUp(options: BackupOptions): Promise<BackupReport> {
  const { data, file, files, replace } = options;
  if (!replace && files.exists(file)) {
    throw alreadyThere(file);
  }
  const draft = `${file}.pravesh-part`;
  // What a backup that was cut off has left behind.
  removeDatabase(files, draft);
  files.reserve(draft);
  try {
    await copyLog(join(data, databaseName), draft, options);
    const report = checkDraft(draft, options.onRows);
    files.sync(draft);
    publish(files, draft, { file, replace });
    return report;
  } finally {
    removeDatabase(files, draft);
  }
}

async function copyLog(path: string, draft: string, { onPart, signal }: BackupOptions): Promise<void> {
  try {
    const source = openForReading(path);
    try {
      await copyDatabase(source, draft, { ...(onPart === undefined ? {} : { onPart }), signal });
    } finally {
      source.close();
    }
    makeOneFile(draft);
  } catch (error) {
    if (error instanceof CopyStopped) {
      throw new BackupError('stopped', 'The backup was stopped; nothing of it is left.');
    }
    throw explainSqlite(error, path);
  }
}

function checkDraft(draft: string, onRows: BackupProgress['onRows']): BackupReport {
  try {
    const copy = openForReading(draft);
    try {
      checkVersion(copy, draft);
      checkIntegrity(copy, draft);
      if (!hasTree(copy)) {
        return { rows: countRows(copy), checkpoint: 0, treeChecked: false };
      }
      const { size } = checkRows(copy, draft, onRows);
      return { rows: size, checkpoint: selectCheckpoint(copy)?.size ?? 0, treeChecked: true };
    } finally {
      copy.close();
    }
  } catch (error) {
    throw explainSqlite(error, draft);
  }
}

function publish(files: BackupFiles, draft: string, to: { readonly file: string; readonly replace: boolean }): void {
  try {
    files.publish(draft, to.file, { replace: to.replace });
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? alreadyThere(to.file) : error;
  }
}

function alreadyThere(file: string): BackupError {
  return new BackupError(
    'exists',
    `There is something at ${file} already. Take another name, or replace it with --force.`,
  );
}

/** Removes a database with what SQLite may have left beside it. */
export function removeDatabase(files: BackupFiles, path: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) {
    files.remove(path + ending);
  }
}
