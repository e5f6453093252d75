/**
 * The Secrets port: a file a key, `<data>/keys/<name>.key`, for its owner alone.
 * Runs in Node, in every host.
 */
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Files, Random, Secrets } from '../core/ports.ts';

/** A key file is not what was written to it. */
export class KeyFileError extends Error {
  constructor(path: string) {
    super(`The key file ${path} is damaged. Restore it from a backup: with a new key, old rows cannot be matched.`);
    this.name = 'KeyFileError';
  }
}

/**
 * Builds the port.
 * @param folder of the keys; made with the first key
 */
export function buildSecrets(folder: string, random: Random, files: Files): Secrets {
  return {
    key(name, bytes) {
      if (!/^[a-z][a-z0-9-]{0,31}$/.test(name)) {
        throw new TypeError('the name of a key is a short word of a-z, 0-9 and -');
      }
      const path = join(folder, `${name}.key`);
      return readKey(path, bytes) ?? makeKey(path, bytes, random, files, folder);
    },
  };
}

function readKey(path: string, bytes: number): Uint8Array | undefined {
  let key: Uint8Array;
  try {
    key = new Uint8Array(readFileSync(path));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return undefined;
    }
    throw error;
  }
  if (key.length !== bytes) {
    throw new KeyFileError(path);
  }
  return key;
}

/** Whoever comes first makes the key; others read that one. It is on the disk, with its name, before it is used. */
function makeKey(path: string, bytes: number, random: Random, files: Files, folder: string): Uint8Array {
  files.makeFolder(folder);
  const key = random.bytes(bytes);
  const draft = `${path}.${Buffer.from(random.bytes(8)).toString('hex')}.new`;
  try {
    writeDurably(draft, key);
    publish(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(folder);
  return readKey(path, bytes) ?? key;
}

function writeDurably(path: string, content: Uint8Array): void {
  // `wx` never follows or overwrites what is there.
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives the draft its name unless that is taken. A rename would replace a key that another process just made. */
function publish(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      return;
    }
    if (!hasCode(error, 'EPERM', 'ENOTSUP', 'ENOSYS')) {
      throw error;
    }
    // A file system without links (exFAT): the lock of the data folder is what keeps others out there.
    if (statSync(path, { throwIfNoEntry: false }) === undefined) {
      renameSync(draft, path);
    }
  }
}

/** A new name is durable once its folder is; Windows keeps it without being asked, and opens no folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') {
    return;
  }
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
