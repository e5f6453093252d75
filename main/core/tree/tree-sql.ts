/** All SQL of the tree and its checkpoints. Functions take the handle first. */
import type { TreeNode } from '../../contract/public.ts';
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';

/** A checkpoint as it was signed. */
export interface StoredCheckpoint {
  readonly size: number;
  /** ISO 8601 in UTC; when it was signed, by the terminal's clock. */
  readonly at: string;
  readonly note: string;
}

/** How many leaves there are. */
export function selectSize(database: ReadDatabase): number {
  return (statement(database, 'SELECT coalesce(max(seq), 0) AS size FROM entries').get() as { size: number }).size;
}

/** A perfect subtree; level 0 is the leaves, which stand in their rows. */
export function selectNode(database: ReadDatabase, level: number, position: number): Uint8Array {
  const found =
    level === 0
      ? statement(database, 'SELECT leaf_hash AS hash FROM entries WHERE seq = ?').get(position + 1)
      : statement(database, 'SELECT hash FROM tree_nodes WHERE level = ? AND position = ?').get(level, position);
  const hash = (found as { hash: Uint8Array | null } | undefined)?.hash;
  if (hash === undefined || hash === null) {
    throw new RangeError(`the tree has no node ${position} on level ${level}`);
  }
  return hash;
}

/** Keeps the perfect subtrees that a leaf has completed; inside the transaction of its row. */
export function insertNodes(database: WriteDatabase, nodes: readonly TreeNode[]): void {
  for (const { level, position, hash } of nodes) {
    change(database, 1, 'INSERT INTO tree_nodes (level, position, hash) VALUES (?, ?, ?)', level, position, hash);
  }
}

/** Keeps a checkpoint; one size is signed once. */
export function insertCheckpoint(database: WriteDatabase, { size, at, note }: StoredCheckpoint): void {
  change(database, 1, 'INSERT INTO checkpoints (size, at, note) VALUES (?, ?, ?)', size, at, note);
}

/** The newest checkpoint, or that of exactly this size. */
export function selectCheckpoint(database: ReadDatabase, size?: number): StoredCheckpoint | undefined {
  const found =
    size === undefined
      ? statement(database, 'SELECT size, at, note FROM checkpoints ORDER BY size DESC LIMIT 1').get()
      : statement(database, 'SELECT size, at, note FROM checkpoints WHERE size = ?').get(size);
  return found as StoredCheckpoint | undefined;
}
