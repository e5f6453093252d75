/**
 * The backups that the kiosk makes by itself, in a folder of the data folder: they mend a damaged file, not a lost disk.
 * What an erasure takes from the log must not live on in them (P5), so they go with the first erasure after them, and a
 * new one is made. Part of the core.
 */
import { join } from 'node:path';
import type { Files } from '../ports.ts';
import { type ReadDatabase, statement } from './database.ts';

/** The folder inside the data folder. */
export const backupsFolder = 'backups';

export interface KeptBackup {
  readonly path: string;
  /** The log had at least so many rows when it was begun. */
  readonly rows: number;
  /** When it was begun, milliseconds since 1970 by the machine's clock. */
  readonly at: number;
}

const pattern = /^pravesh-(\d{12})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.db$/;

/** The name of a new one; `at` in milliseconds since 1970. */
export function nameBackup(rows: number, at: number): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  return `pravesh-${String(rows).padStart(12, '0')}-${stamp}.db`;
}

/** Those that are there, the newest first. */
export function listBackups(data: string, files: Pick<Files, 'list'>): KeptBackup[] {
  const folder = join(data, backupsFolder);
  return files
    .list(folder)
    .flatMap((name) => {
      const [, rows = '', ...parts] = pattern.exec(name) ?? [];
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
      const at = Date.UTC(year, month - 1, day, hour, minute, second);
      return rows === '' ? [] : [{ path: join(folder, name), rows: Number(rows), at }];
    })
    .sort((one, other) => other.rows - one.rows || other.at - one.at);
}

/** Removes all of them, with what one that was cut off has left behind. */
export function dropBackups(data: string, files: Pick<Files, 'list' | 'remove'>): void {
  const folder = join(data, backupsFolder);
  for (const name of files.list(folder)) {
    if (name.startsWith('pravesh-')) {
      files.remove(join(folder, name));
    }
  }
}

/** Whether an act takes from the log, or from what stands beside it, something of a person. */
export function isErasingAct({ outcome, reason }: { readonly outcome: string; readonly reason?: string | undefined }) {
  return outcome === 'act' && reason !== undefined && /^(erase|roster)/.test(reason);
}

/** Whether something has been erased since the log had so many rows. */
export function isErasedSince(database: ReadDatabase, rows: number): boolean {
  const sql = `SELECT 1 FROM entries WHERE seq > ? AND outcome = 'act' AND (reason LIKE 'erase%' OR reason LIKE 'roster%') LIMIT 1`;
  return statement(database, sql).get(rows) !== undefined;
}
