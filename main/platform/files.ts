/**
 * The Files port on the file system of this machine.
 * Runs in Node, in every host.
 */
import { chmodSync, mkdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import type { Files } from '../core/ports.ts';

/** Builds the Files port. Its faults are those of node:fs, with their codes. */
export function buildFiles(): Files {
  return { makeFolder, protect: protectFile, freeBytes, sizeOf, readText: readTextFile };
}

/** The text of a file (UTF-8), or undefined where there is none. Throws when it cannot be read. */
export function readTextFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
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
