/**
 * What the serving process leaves for whoever helps later: its log in `<data>/logs/`, and the places of its crashes. There
 * is nothing of a person in it (log-fields.ts, describe-crash.ts).
 * Runs in Node, in the hosts that serve; one of them at a time holds a data folder.
 */
import { join } from 'node:path';
import { version } from '../contract/public.ts';
import type { Logger } from '../core/ports.ts';
import { exitBefore } from './after-exit.ts';
import { nameOfCrash, placesOf } from './describe-crash.ts';
import { buildLogger } from './logger.ts';
import { openRotatingLog } from './rotating-log.ts';

/** The names of the logs, without `.log`. */
export const hostLogName = 'pravesh';
export const crashLogName = 'crashes';

/** A crash is half a kilobyte: so much holds the newest hundred. */
const crashBytes = 32 * 1024;
export const crashFiles = 2;

/** Where the logs of a data folder are. */
export function logFolderOf(data: string): string {
  return join(data, 'logs');
}

/** Opens the log of the process that serves. Calls to the upstream are in it, so that a bad hour can be looked at later. */
export function openHostLog(data: string): { readonly logger: Logger; close(): void } {
  const files = openRotatingLog({ folder: logFolderOf(data), name: hostLogName });
  return { logger: buildLogger('info', files), close: files.close };
}

/** The first line of a process that serves; said once the data folder is its own. */
export function sayOpened(logger: Logger): void {
  logger.info('opened', { version, pid: process.pid, exitCode: exitBefore(process.env) });
}

/** Leaves a line of a mistake that ends this process. Never throws. */
export function leaveCrash(data: string, error: unknown): void {
  const crash = { time: new Date().toISOString(), version, error: nameOfCrash(error), places: placesOf(error) };
  const log = openRotatingLog({
    folder: logFolderOf(data),
    name: crashLogName,
    mostBytes: crashBytes,
    mostFiles: crashFiles,
  });
  log.write(`${JSON.stringify(crash)}\n`);
  log.close();
}
