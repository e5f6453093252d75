/**
 * What `pravesh verify` is pointed at: export folders, or a log where it lives.
 * Runs in Node, for the CLI.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandError } from '../command.ts';
import { hasEntryLog } from '../data-folder.ts';

/** One thing to verify. */
export type Target =
  | { readonly kind: 'export'; readonly path: string }
  /** `seed` is that of the terminal's own key, where it lies beside the log. */
  | { readonly kind: 'log'; readonly path: string; readonly seed?: Uint8Array };

/** Finds out what a path is. @throws CommandError when it is nothing that can be verified */
export function findTarget(path: string): Target {
  if (!existsSync(path)) {
    throw new CommandError(`there is no ${path}`);
  }
  if (statSync(path).isDirectory()) {
    return hasEntryLog(path) ? openLogTarget(join(path, 'pravesh.db')) : { kind: 'export', path };
  }
  const head = readHead(path);
  if (head.startsWith('SQLite format 3\0')) {
    return openLogTarget(path);
  }
  const todo = head.startsWith('age-encryption.org/')
    ? 'is encrypted: decrypt and unpack it first (`age -d -i KEY FILE | tar x`), then verify the folder'
    : 'is neither an export folder nor an entry log';
  throw new CommandError(`${path} ${todo}`);
}

function openLogTarget(path: string): Target {
  const keyFile = join(dirname(path), 'keys', 'terminal.key');
  const seed = existsSync(keyFile) ? new Uint8Array(readFileSync(keyFile)) : undefined;
  return seed?.length === 32 ? { kind: 'log', path, seed } : { kind: 'log', path };
}

function readHead(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(32);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
