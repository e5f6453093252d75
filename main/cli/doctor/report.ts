/**
 * `pravesh doctor --report FILE`: one file for whoever helps from elsewhere. Checks, settings, figures and logs, all of
 * which hold nothing of a person; the names of this account and of its folders are taken out.
 * Runs in Node, for the CLI.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Health, type HealthCheck, isErrorCode, version } from '../../contract/public.ts';
import { type LoadedSettings, readFolderFigures, showSettings } from '../../core/kiosk.ts';
import { buildBackupFiles } from '../../platform/backup-files.ts';
import { buildFiles } from '../../platform/files.ts';
import { askLocalDoor } from '../../platform/local-door.ts';
import { machineFacts } from '../../platform/machine-facts.ts';
import { readCrashLines, readLogLines } from '../../platform/read-logs.ts';
import { CommandError } from '../command.ts';
import { hasEntryLog } from '../data-folder.ts';
import { codeOf } from './check.ts';

export interface ReportParts {
  readonly loaded: LoadedSettings | undefined;
  readonly data: string;
  readonly checks: readonly HealthCheck[];
}

/** An address that is never asked: the settings are only shown. */
const noUpstream = 'http://127.0.0.1:9';

/** A kiosk that hangs is a reason for a report, and none to wait for. Milliseconds. */
const mostWaitMs = 5_000;

/** The report as JSON, with a line feed at its end. */
export async function buildReport({ loaded, data, checks }: ReportParts): Promise<string> {
  const report = {
    report: 'pravesh-doctor-1',
    madeAt: new Date().toISOString(),
    version,
    machine: machineFacts('Node'),
    checks,
    settings: loaded && showSettings(loaded.demo ? loaded.buildSettings(noUpstream) : loaded.settings),
    folder: readFolder(data),
    running: await askRunning(data),
    crashes: readCrashLines(data),
    log: readLogLines(data),
  };
  return `${hideAccount(JSON.stringify(report, null, 1))}\n`;
}

function readFolder(data: string): object {
  const { sizeOf } = buildFiles();
  const bytes = { database: sizeOf(`${data}/pravesh.db`), wal: sizeOf(`${data}/pravesh.db-wal`) };
  if (!hasEntryLog(data)) {
    return { bytes, log: 'none' };
  }
  try {
    return { bytes, ...readFolderFigures({ data }) };
  } catch (error) {
    return { bytes, log: `cannot be read (${codeOf(error)})` };
  }
}

/** How the kiosk that runs there is; what staff say to visitors stays there. */
async function askRunning(data: string): Promise<object> {
  const ended = new AbortController();
  const late = pause(mostWaitMs, 'late', { signal: ended.signal }).catch(() => 'late');
  const came = await Promise.race([askLocalDoor(data, 'health.get', {}), late]);
  ended.abort();
  if (came === undefined || came === 'late') {
    return { kiosk: came === 'late' ? 'runs and does not answer' : 'does not run, or has no door' };
  }
  const { value, error }: { value?: unknown; error?: unknown } = Object(came);
  const health = Health.safeParse(value).data;
  const { code }: { code?: unknown } = Object(error);
  return health === undefined
    ? { kiosk: `runs and answers ${isErrorCode(code) ? code : 'something else'}` }
    : { ...health, message: undefined };
}

/** Takes the account's folder and name out of a text of JSON. */
function hideAccount(text: string): string {
  const inJson = (part: string) => JSON.stringify(part).slice(1, -1);
  const home = homedir();
  const withoutHome = dirname(home) === home ? text : text.replaceAll(inJson(home), '~');
  const name = inJson(userInfo().username).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return withoutHome.replace(new RegExp(`(?<=[/\\\\])${name}(?![\\w-])`, 'g'), '~');
}

/** Refuses a place where nothing can be written or something is, before anything is looked at. Throws a CommandError. */
export function checkReportFile(name: string, replace: boolean): string {
  const file = resolve(name);
  if (!existsSync(dirname(file))) {
    throw new CommandError(`there is no folder ${dirname(file)}`);
  }
  if (!replace && buildBackupFiles().exists(file)) {
    throw alreadyThere(file);
  }
  return file;
}

/** Writes it whole or not at all, for its owner alone. Throws a CommandError. */
export function writeReport(file: string, text: string, replace: boolean): void {
  const files = buildBackupFiles();
  const draft = `${file}.pravesh-part`;
  try {
    files.remove(draft);
    files.reserve(draft);
    writeFileSync(draft, text);
    files.sync(draft);
    files.publish(draft, file, { replace });
  } catch (error) {
    const code = codeOf(error);
    throw code === 'EEXIST' ? alreadyThere(file) : new CommandError(`${file} cannot be written (${code})`);
  } finally {
    removeQuietly(draft);
  }
}

function removeQuietly(draft: string): void {
  try {
    buildBackupFiles().remove(draft);
  } catch {
    // What has gone wrong is said already.
  }
}

function alreadyThere(file: string): CommandError {
  return new CommandError(`there is something at ${file} already; take another name, or replace it with --force`);
}
