/**
 * A log whose file was found damaged is not written any longer: what is written into a broken tree of pages breaks more.
 * A small file beside it says so over restarts, because the log itself cannot be relied on to. Part of the core.
 */
import { join } from 'node:path';
import type { Files } from '../ports.ts';
import { sqliteCode } from './sqlite-code.ts';

/** The name of the mark inside the data folder. */
export const damageMarkName = 'pravesh.damaged';

/** Whether an error of SQLite says that the file is damaged, and not that it cannot be read or written just now. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT') === true;
}

/** Whether the log of this folder was found damaged and has not been repaired. */
export function isMarkedDamaged(data: string, files: Pick<Files, 'readText'>): boolean {
  return files.readText(join(data, damageMarkName)) !== undefined;
}

/** Marks it; durable when this returns. `at` is ISO 8601 in UTC, `code` the word of SQLite. */
export function markDamaged(data: string, files: Pick<Files, 'writeText'>, at: string, code: string): void {
  files.writeText(join(data, damageMarkName), `${at} ${code}\n`);
}

/** It is repaired, or another log stands there. */
export function unmarkDamaged(data: string, files: Pick<Files, 'remove'>): void {
  files.remove(join(data, damageMarkName));
}
