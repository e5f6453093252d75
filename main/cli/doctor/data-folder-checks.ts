/**
 * The doctor's look at the data folder, its database and its disk. It changes nothing.
 * Runs in Node, for the CLI.
 */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { HealthCheck } from '../../contract/public.ts';
import { type LogReader, openLogReader } from '../../core/kiosk.ts';
import { buildFiles } from '../../platform/files.ts';
import { hasEntryLog } from '../data-folder.ts';
import { codeOf, fail, pass } from './check.ts';

/** The data folder: a folder, for its owner alone, that this account may write. */
export function checkDataFolder(data: string): HealthCheck {
  const name = 'data folder';
  const nearest = findNearest(data);
  const there = nearest === data;
  const { mode } = statSync(nearest);
  if (!statSync(nearest).isDirectory()) {
    return fail(name, `${nearest} is a file`, 'Move it away, or name another folder with --data.');
  }
  try {
    accessSync(nearest, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return fail(
      name,
      `${nearest} cannot be written (${codeOf(error)})`,
      'Give it to this account, or name another folder.',
    );
  }
  if (there && process.platform !== 'win32' && (mode & 0o077) !== 0) {
    return fail(name, `others may look into ${data}`, `Close it to them: chmod 700 '${data}'`);
  }
  return pass(name, there ? data : `${data} is not there yet; the first start makes it`);
}

/** What was found of the database, and when its newest entry was written (milliseconds since 1970). */
export interface DatabaseFinding {
  readonly check: HealthCheck;
  readonly lastEntry?: number;
}

/** The database: can be read, is whole, and of a version that this program knows. */
export function checkDatabase(data: string): DatabaseFinding {
  const name = 'database';
  if (!hasEntryLog(data)) {
    return { check: pass(name, 'none yet; the first start makes it') };
  }
  try {
    const reader = openLogReader({ data });
    try {
      return inspect(name, reader);
    } finally {
      reader.close();
    }
  } catch (error) {
    const detail = `cannot be read (${codeOf(error)})`;
    return { check: fail(name, detail, 'Check its permissions; keep a copy before any repair.') };
  }
}

function inspect(name: string, reader: LogReader): DatabaseFinding {
  const { found, newest } = reader.version();
  if (found > newest) {
    const detail = `of version ${found}, newer than this program knows (${newest})`;
    return { check: fail(name, detail, 'Install the newer Pravesh again.') };
  }
  if (reader.quickCheck() !== 'ok') {
    const todo = 'Stop the kiosk and run: pravesh doctor --repair';
    return { check: fail(name, 'damaged', todo) };
  }
  const [entry] = reader.list({ limit: 1 });
  const check = pass(
    name,
    `whole, version ${found}, ${entry === undefined ? 'no entry' : `newest entry ${entry.seq}`}`,
  );
  return entry === undefined ? { check } : { check, lastEntry: Date.parse(entry.at) };
}

/** Below this an operator should act; the kiosk itself goes out of order much later. */
const comfortableBytes = 256 * 1024 * 1024;

/** The room on the disk of the data folder. */
export function checkDisk(data: string): HealthCheck {
  const bytes = buildFiles().freeBytes(findNearest(data));
  const detail = `${Math.floor(bytes / 1024 / 1024)} MiB free`;
  return bytes >= comfortableBytes
    ? pass('disk space', detail)
    : fail('disk space', detail, 'Free space on this disk: 256 MiB or more, or the kiosk goes out of order.');
}

/** The folder itself, or the nearest one above it that is there. */
function findNearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : findNearest(dirname(folder));
}
