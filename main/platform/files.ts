/**
 * The Files port on the file system of this machine.
 * Runs in Node, in every host.
 */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { Files } from '../core/ports.ts';

/** Builds the Files port. Its faults are those of node:fs, with their codes. */
export function buildFiles(): Files {
  return {
    makeFolder,
    protect: protectFile,
    freeBytes,
    sizeOf,
    readText: readTextFile,
    writeText,
    list: (folder) => unlessMissing(() => readdirSync(folder)) ?? [],
    remove: (path) => rmSync(path, { force: true }),
  };
}

/** The text of a file (UTF-8), or undefined where there is none. Throws when it cannot be read. */
export function readTextFile(path: string): string | undefined {
  return unlessMissing(() => readFileSync(path, 'utf8'));
}

function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

/** Under another name first: whoever reads it sees all of the old text or all of the new one. */
function writeText(path: string, text: string): void {
  const draft = `${path}.part`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, path);
}

/** Permissions that let others than the owner in. */
const others = 0o077;
/** The sticky bit: a folder that many accounts share, such as /tmp. */
const sticky = 0o1000;

/**
 * Makes a folder for its owner alone. One that is there already is closed to others too, unless it is shared
 * by many or belongs to somebody else: closing /tmp would break the machine, and protects nothing.
 */
function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(path);
  const own = process.getuid === undefined || uid === process.getuid();
  if (own && (mode & sticky) === 0 && (mode & others) !== 0) {
    chmodSync(path, mode & 0o700);
  }
}

function protectFile(path: string): void {
  chmodSync(path, 0o600);
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
