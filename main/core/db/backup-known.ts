/** What is known of the log before a backup takes its place: the log that is there, and a checkpoint from elsewhere. */
import { readCheckpoint } from '../../contract/public.ts';
import { buildTreeReader } from '../tree/tree.ts';
import { selectCheckpoint } from '../tree/tree-sql.ts';
import { checkIntegrity, checkRows, hasTree, isSignedBy } from './backup-check.ts';
import type { KnownHead } from './backup-compare.ts';
import { BackupError } from './backup-error.ts';
import { openForWriting, type WriteDatabase } from './database.ts';

/** The log that is to be replaced. */
export interface ReplacedLog {
  /** Whether its file and its tree are whole. */
  readonly whole: boolean;
  /** What can be relied on: the whole tree, else its newest checkpoint when the terminal has signed it. */
  readonly head?: KnownHead;
  /** Closes it; after that a log that is whole is one file. */
  close(): void;
}

/** Opens the log that is there; its faults are findings, since damage is what backups are for. */
export function openReplaced(path: string, publicKey: Uint8Array | undefined): ReplacedLog {
  const database = attempt(() => openForWriting(path));
  if (database === undefined) {
    return { whole: false, close: () => {} };
  }
  const tree = attempt(() => {
    checkIntegrity(database, path);
    return hasTree(database) ? checkRows(database, path) : 'none';
  });
  const head =
    tree === undefined || tree === 'none'
      ? signedHead(database, publicKey)
      : { ...tree, rootAt: buildTreeReader(database).rootAt };
  return {
    ...(head === undefined || head.size === 0 ? {} : { head }),
    whole: tree !== undefined,
    close: () => database.close(),
  };
}

/** Rows that were changed can be told by the checkpoint that the terminal signed before. */
function signedHead(database: WriteDatabase, publicKey: Uint8Array | undefined): KnownHead | undefined {
  const note = attempt(() => selectCheckpoint(database))?.note;
  return note !== undefined && publicKey !== undefined && isSignedBy(publicKey, note)
    ? readCheckpoint(note)
    : undefined;
}

/**
 * Reads a checkpoint that was carried away before.
 * @throws BackupError when it is none, or not of this terminal
 */
export function readAgainst(note: string, publicKey: Uint8Array | undefined): KnownHead {
  const head = readCheckpoint(note);
  if (head === undefined) {
    throw new BackupError('unreadable', 'What --against names is no checkpoint.');
  }
  if (publicKey !== undefined && !isSignedBy(publicKey, note)) {
    throw new BackupError(
      'unreadable',
      'The checkpoint that --against names is not signed by the key of this terminal.',
    );
  }
  return head;
}

function attempt<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch {
    return undefined;
  }
}
