/**
 * Reads out of a damaged log what can still be read and proven: the rows after those of a backup, up to the first that
 * is missing or not what its leaf was made of, and what stands beside the rows. Part of the core.
 */
import { readCheckpoint, sameBytes } from '../../contract/public.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import type { EntryEvidence } from '../entry-log/entry.ts';
import { leafHash } from '../entry-log/leaf.ts';
import { buildTreeReader, openTreeEdge } from '../tree/tree.ts';
import { insertCheckpoint, insertNodes, type StoredCheckpoint } from '../tree/tree-sql.ts';
import { isSignedBy } from './backup-check.ts';
import { BackupError } from './backup-error.ts';
import { type Bound, type ReadDatabase, statement, transaction, type WriteDatabase } from './database.ts';
import { sqliteCode } from './sqlite-code.ts';

/** What could be read. */
export interface Salvaged {
  /** Rows that came from the damaged log, after those of the backup. */
  readonly rows: number;
  /** Tables that stand as they were when the damage was found; the others are as the backup has them. */
  readonly tables: readonly string[];
}

/** What stands beside the rows and is not made of them, in an order in which each finds what it refers to. */
const besides = [
  'terminal_state',
  'code_sends',
  'upstream_calls',
  'operators',
  'operator_recovery',
  'operator_acts_owed',
  'inside_state',
  'inside_people',
  'passes',
  'pass_revocations',
  'roster',
  'roster_people',
  'parties',
  'receipt_keys',
  'outbox',
  'outbox_receivers',
] as const;

/** Rows that are taken in one transaction. */
const batch = 500;

type Row = Readonly<Record<string, Bound>>;

/** A row of the log as it is stored. */
interface StoredEntry extends EntryEvidence {
  readonly subject_ref: string | null;
  readonly subject_name: string | null;
  readonly subject_mobile: string | null;
  readonly subject_salt: Uint8Array | null;
  readonly leaf_hash: Uint8Array | null;
}

/**
 * Takes over what can be read.
 * @param damaged a handle on the damaged log, of the same version
 * @param target a whole log that this one has grown from, or an empty one
 * @param publicKey of the terminal; without it no checkpoint is taken over
 * @throws BackupError when rows were changed that the terminal had signed; the library's SqliteError when the target could
 *   not be written
 */
export function salvage(damaged: ReadDatabase, target: WriteDatabase, publicKey: Uint8Array | undefined): Salvaged {
  takeNotices(damaged, target);
  const rows = takeRows(damaged, target);
  takeCheckpoints(damaged, target, publicKey);
  return { rows, tables: besides.filter((table) => takeTable(damaged, target, table)) };
}

/** The texts of consent notices, which rows refer to. */
function takeNotices(damaged: ReadDatabase, target: WriteDatabase): void {
  const rows = readAsFarAsPossible<Row>(damaged, 'SELECT hash, version, locale, text FROM notices');
  const sql = 'INSERT OR IGNORE INTO notices (hash, version, locale, text) VALUES (?, ?, ?, ?)';
  transaction(target, () => {
    for (const { hash = null, version = null, locale = null, text = null } of rows) {
      statement(target, sql).run(hash, version, locale, text);
    }
  });
}

function takeRows(damaged: ReadDatabase, target: WriteDatabase): number {
  const before = selectNewest(target).seq;
  const edge = openTreeEdge(target);
  const sql = `SELECT * FROM entries WHERE seq > ? ORDER BY seq LIMIT ${batch}`;
  for (let seq = before; ; ) {
    const rows = readAsFarAsPossible<StoredEntry>(damaged, sql, seq);
    const good = transaction(target, () => {
      let taken = 0;
      for (const row of rows) {
        const leaf = provenLeaf(row, seq + taken + 1);
        if (leaf === undefined || !insertRow(target, { ...row })) {
          break;
        }
        const grown = edge.grow(leaf);
        insertNodes(target, grown.nodes);
        grown.commit();
        taken += 1;
      }
      return taken;
    });
    seq += good;
    if (good < batch) {
      return seq - before;
    }
  }
}

/** The leaf of a row that has its number and is what its leaf was made of; a value that was changed makes another one. */
function provenLeaf(row: StoredEntry, expected: number): Uint8Array | undefined {
  const { leaf_hash: stored, subject_ref, subject_name, subject_mobile, subject_salt, ...evidence } = row;
  if (row.seq !== expected || stored === null) {
    return undefined;
  }
  const leaf = leafHash(evidence);
  return sameBytes(leaf, stored) ? leaf : undefined;
}

/** A row that breaks a rule of the table is no row of ours. */
function insertRow(target: WriteDatabase, row: Row, table = 'entries'): boolean {
  const columns = Object.keys(row);
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  try {
    statement(target, sql).run(...Object.values(row));
    return true;
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT') === true) {
      return false;
    }
    throw error;
  }
}

/** Signed heads of rows that are there again: whoever carried one away finds it confirmed. */
function takeCheckpoints(damaged: ReadDatabase, target: WriteDatabase, publicKey: Uint8Array | undefined): void {
  const tree = buildTreeReader(target);
  const known = (statement(target, 'SELECT coalesce(max(size), 0) AS size FROM checkpoints').get() as { size: number })
    .size;
  const sql = 'SELECT size, at, note FROM checkpoints WHERE size > ? AND size <= ? ORDER BY size';
  const notes = readAsFarAsPossible<StoredCheckpoint>(damaged, sql, known, tree.size());
  transaction(target, () => {
    for (const { size, at, note } of notes.filter(
      (one) => publicKey !== undefined && isSignedBy(publicKey, one.note),
    )) {
      const root = readCheckpoint(note)?.root;
      if (root === undefined || !sameBytes(root, tree.rootAt(size))) {
        const words = `The rows of the damaged log are not those that the terminal signed at ${size} rows: they were changed.`;
        throw new BackupError('forked', `${words} Put back a backup that you keep elsewhere: pravesh restore FILE`);
      }
      insertCheckpoint(target, { size, at, note });
    }
  });
}

/** Takes a table whole, or leaves the backup's. */
function takeTable(damaged: ReadDatabase, target: WriteDatabase, table: (typeof besides)[number]): boolean {
  const rows = readWhole(damaged, `SELECT * FROM ${table}`);
  if (rows === undefined) {
    return false;
  }
  transaction(target, () => {
    statement(target, `DELETE FROM ${table}`).run();
    for (const row of rows) {
      // What refers to a row that is lost is lost with it.
      insertRow(target, row, table);
    }
  });
  return true;
}

function readWhole(damaged: ReadDatabase, sql: string): Row[] | undefined {
  try {
    return damaged.prepare(sql).all() as Row[];
  } catch {
    return undefined;
  }
}

/** Rows up to the first that cannot be read. */
function readAsFarAsPossible<T>(damaged: ReadDatabase, sql: string, ...bound: number[]): T[] {
  const rows: T[] = [];
  try {
    for (const row of damaged.prepare(sql).iterate(...bound)) {
      rows.push(row as T);
    }
  } catch {
    // Here the damage begins.
  }
  return rows;
}
