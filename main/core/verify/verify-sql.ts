/** All SQL of verifying a log where it lives. Functions take the handle first. */
import { type ReadDatabase, statement } from '../db/database.ts';
import { evidenceColumns } from '../entry-log/entries-sql.ts';
import type { EntryEvidence } from '../entry-log/entry.ts';

/** Rows of one page: their strings are let go of before the next comes. */
const pageRows = 1000;

/** What of a row is not evidence but is checked against it. */
export interface StoredProof {
  readonly leaf: Uint8Array | null;
  readonly name: string | null;
  readonly mobile: string | null;
  readonly salt: Uint8Array | null;
}

/** A row as it is checked. */
export type ProvenRow = EntryEvidence & StoredProof;

const rowsSql = `SELECT ${evidenceColumns.join(', ')}, leaf_hash AS leaf, subject_name AS name,
  subject_mobile AS mobile, subject_salt AS salt FROM entries WHERE seq > ? ORDER BY seq LIMIT ${pageRows}`;

/** All rows in order. The caller holds a read transaction, so that they are of one moment. */
export function* selectProvenRows(database: ReadDatabase): Iterable<ProvenRow> {
  let last = 0;
  for (;;) {
    const rows = statement(database, rowsSql).all(last) as ProvenRow[];
    yield* rows;
    const newest = rows.at(-1);
    if (newest === undefined) {
      return;
    }
    last = newest.seq;
  }
}

/** The hash of a stored subtree, or undefined. */
export function selectStoredNode(database: ReadDatabase, level: number, position: number): Uint8Array | undefined {
  const sql = 'SELECT hash FROM tree_nodes WHERE level = ? AND position = ?';
  const row = statement(database, sql).get(level, position) as { hash: Uint8Array } | undefined;
  return row?.hash;
}

/** How many subtrees are stored. */
export function countStoredNodes(database: ReadDatabase): number {
  return (statement(database, 'SELECT count(*) AS nodes FROM tree_nodes').get() as { nodes: number }).nodes;
}

/** The notes of all stored heads, smallest first. */
export function selectNotes(database: ReadDatabase): readonly { readonly size: number; readonly note: string }[] {
  const sql = 'SELECT size, note FROM checkpoints ORDER BY size';
  return statement(database, sql).all() as { size: number; note: string }[];
}
