/**
 * The ExportFiles port on the file system of this machine.
 * Runs in Node, in the worker of an export.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import type { ExportFiles, NewFile } from '../core/ports.ts';

/** Bytes that are read at once. */
const pieceBytes = 256 * 1024;

/** Builds the port. */
export function buildExportFiles(): ExportFiles {
  return {
    freeBytes(folder) {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    list: (folder) => readdirSync(folder),
    exists: existsSync,
    makeFolder: (path) => void mkdirSync(path, { mode: 0o700 }),
    create: createFile,
    read: readPieces,
    rename: renameSync,
    syncFolder,
    remove: (path) => rmSync(path, { recursive: true, force: true }),
  };
}

/** `wx` never follows or overwrites what is there. */
function createFile(path: string): NewFile {
  const file = openSync(path, 'wx', 0o600);
  let open = true;
  const closeOnce = () => {
    if (open) {
      open = false;
      closeSync(file);
    }
  };
  return {
    write(bytes) {
      // A medium that fills up may take a part first; the rest then fails with its code.
      for (let at = 0; at < bytes.length; ) {
        at += writeSync(file, bytes, at);
      }
    },
    close() {
      fsyncSync(file);
      closeOnce();
    },
    abandon() {
      try {
        closeOnce();
      } catch {
        // The medium is gone; what went wrong first is what is told.
      }
    },
  };
}

function* readPieces(path: string): Iterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(pieceBytes);
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) {
      yield piece.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** A new name is durable once its folder is; Windows keeps it without being asked, and opens no folders. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') {
    return;
  }
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
