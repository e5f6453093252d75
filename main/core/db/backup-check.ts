/** Checks a copy of the entry log before it is trusted: the file, what it is, its tree. Part of the core. */
import { keyIdOf, openCheckpoint, readCheckpoint, type VerifierKey } from '../../contract/public.ts';
import { checkSignature, sha256 } from '../tree/sha256.ts';
import { BackupError } from './backup-error.ts';
import { checkTree, type OnRows, type TreeFinding } from './backup-tree.ts';
import { type ReadDatabase, statement } from './database.ts';
import { newestVersion, versionOf } from './migrate.ts';
import { sqliteCode } from './sqlite-code.ts';

/** Whether a log has a tree: those from before step 40 have none. */
export function hasTree(database: ReadDatabase): boolean {
  return versionOf(database) >= 40;
}

/**
 * Refuses a file that is no entry log, or one of a newer program.
 * @throws BackupError
 */
export function checkVersion(database: ReadDatabase, file: string): void {
  const tables = database
    .prepare("SELECT count(*) AS found FROM sqlite_schema WHERE type = 'table' AND name = 'entries'")
    .get() as { found: number };
  if (tables.found === 0) {
    throw new BackupError('no-log', `${file} is no entry log of Pravesh.`);
  }
  const version = versionOf(database);
  if (version > newestVersion) {
    const known = `this program knows versions up to ${newestVersion}`;
    throw new BackupError('newer-version', `${file} is of version ${version}, ${known}. Install the newer Pravesh.`);
  }
}

/** Refuses a file whose pages do not fit together. Throws a BackupError. */
export function checkIntegrity(database: ReadDatabase, file: string): void {
  const found = String(database.pragma('integrity_check(1)', { simple: true }));
  if (found !== 'ok') {
    throw new BackupError('damaged', `${file} is damaged (integrity_check: ${found}).`);
  }
}

/** Refuses a log whose tree does not fit its rows. Throws a BackupError. */
export function checkRows(database: ReadDatabase, file: string, onRows?: OnRows): TreeFinding {
  const tree = checkTree(database, onRows);
  if (tree.wrong !== undefined) {
    throw new BackupError('damaged', `The rows of ${file} do not fit its tree: ${tree.wrong}.`);
  }
  return tree;
}

/** The words of SQLite hold values of rows, so only its code is passed on; other errors as they are. */
export function explainSqlite(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined) {
    return error;
  }
  const damaged = code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT');
  return damaged
    ? new BackupError('damaged', `${file} is damaged or is no database (${code}).`, error)
    : new BackupError('unreadable', `${file} cannot be read (${code}).`, error);
}

/** Whether a note is a checkpoint that this key has signed, under whatever name the terminal had then. */
export function isSignedBy(publicKey: Uint8Array, note: string): boolean {
  const origin = readCheckpoint(note)?.origin;
  if (origin === undefined) {
    return false;
  }
  const verifier: VerifierKey = { name: origin, publicKey, keyId: keyIdOf(sha256, origin, publicKey) };
  return openCheckpoint(verifier, checkSignature, note).ok;
}

/** How many rows a log has, without its tree. */
export function countRows(database: ReadDatabase): number {
  return (statement(database, 'SELECT coalesce(max(seq), 0) AS rows FROM entries').get() as { rows: number }).rows;
}
