/** All SQL of the tree and the heads, for verifying a log where it lives. Functions take the handle first. */
import { type ReadDatabase, statement } from '../db/database.ts';

/** A signed head as it is stored; `size` is what the table says, not the note. */
export interface StoredNote {
  readonly size: number;
  readonly note: string;
}

// It goes along the primary key; in another order nothing would verify.
const nodesSql = `SELECT count(*) AS nodes, sum(length(hash) = 32) AS whole, CAST(group_concat(hash, '') AS BLOB) AS hashes
  FROM tree_nodes WHERE level = ? AND position BETWEEN ? AND ?`;

/** The hashes of so many subtrees of a level, one after the other; undefined when one is missing or not 32 bytes. */
export function selectStoredNodes(
  database: ReadDatabase,
  level: number,
  position: number,
  count: number,
): Buffer | undefined {
  const { nodes, whole, hashes } = statement(database, nodesSql).get(level, position, position + count - 1) as {
    nodes: number;
    whole: number | null;
    hashes: Buffer | null;
  };
  return nodes === count && whole === count && hashes !== null ? hashes : undefined;
}

/** The hash of a stored subtree, whatever it is; undefined when there is none. */
export function selectStoredNode(database: ReadDatabase, level: number, position: number): unknown {
  const sql = 'SELECT hash FROM tree_nodes WHERE level = ? AND position = ?';
  return statement(database, sql).pluck().get(level, position);
}

/** How many subtrees are stored. */
export function countStoredNodes(database: ReadDatabase): number {
  return statement(database, 'SELECT count(*) FROM tree_nodes').pluck().get() as number;
}

/** The notes of the stored heads over so many rows, smallest first. */
export function selectNotes(database: ReadDatabase, first: number, last: number): readonly StoredNote[] {
  const sql = 'SELECT size, note FROM checkpoints WHERE size BETWEEN ? AND ? ORDER BY size';
  return statement(database, sql).all(first, last) as StoredNote[];
}
