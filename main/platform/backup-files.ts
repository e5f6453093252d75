/**
 * The BackupFiles port on the file system of this machine.
 * Runs in Node, for the CLI.
 */
import { closeSync, fsyncSync, linkSync, lstatSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { BackupFiles } from '../core/ports.ts';

/** Builds the port. Its faults are those of node:fs, with their codes. */
export function buildBackupFiles(): BackupFiles {
  return {
    exists,
    // `wx` never follows or overwrites what is there.
    reserve: (path) => closeSync(openSync(path, 'wx', 0o600)),
    sync: (path) => syncThrough(path, 'r+'),
    keep(path, name) {
      if (!linkUnlessUnknown(path, name)) {
        renameSync(path, name);
      }
      syncFolder(dirname(name));
    },
    publish(from, to, { replace }) {
      if (replace) {
        renameSync(from, to);
      } else {
        publishNew(from, to);
      }
      syncFolder(dirname(to));
    },
    remove: (path) => rmSync(path, { force: true }),
  };
}

/** Also true of a link that leads nowhere: its name is taken. */
function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A rename would replace what has come there meanwhile; a link fails. */
function publishNew(from: string, to: string): void {
  if (linkUnlessUnknown(from, to)) {
    rmSync(from);
  } else if (exists(to)) {
    throw Object.assign(new Error(`EEXIST: there is something at ${to}`), { code: 'EEXIST', syscall: 'link' });
  } else {
    renameSync(from, to);
  }
}

/** Makes a link; false on a file system that knows none (exFAT, many network folders). */
function linkUnlessUnknown(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) {
      return false;
    }
    throw error;
  }
}

/** A new name is durable once its folder is; Windows keeps it without being asked, and opens no folders. */
function syncFolder(folder: string): void {
  if (process.platform !== 'win32') {
    syncThrough(folder, 'r');
  }
}

function syncThrough(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
