/**
 * The Merkle tree over the rows of the log (RFC 9162 section 2.1): it grows with each row, in the same transaction,
 * and proves any row and any growth.
 */
import {
  appendLeaf,
  consistencyProof,
  type Frontier,
  frontierAt,
  inclusionProof,
  type NodeSource,
  rootOf,
  type TreeNode,
} from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { sha256 } from './sha256.ts';
import { selectNode, selectSize } from './tree-sql.ts';

/** What can be asked of a tree. */
export interface TreeReader {
  /** How many rows it has now. */
  size(): number;
  /** The head over the first rows, 32 bytes. */
  rootAt(size: number): Uint8Array;
  /** The audit path of a row (counted from 0) in the tree of the first `size` rows. */
  inclusion(index: number, size: number): Uint8Array[];
  /** The path from the first `older` rows to the first `newer` ones. */
  consistency(older: number, newer: number): Uint8Array[];
}

/** Reads the tree through any handle. */
export function buildTreeReader(database: ReadDatabase): TreeReader {
  const source: NodeSource = (level, position) => selectNode(database, level, position);
  return {
    size: () => selectSize(database),
    rootAt: (size) => rootOf(sha256, frontierAt(source, size)),
    inclusion: (index, size) => inclusionProof(sha256, source, index, size),
    consistency: (older, newer) => consistencyProof(sha256, source, older, newer),
  };
}

/** The right edge of the growing tree, held in memory by the only writer. */
export interface TreeEdge {
  /** The subtrees that this leaf completes, and what makes the edge go on once they are durable. */
  grow(leaf: Uint8Array): { readonly nodes: readonly TreeNode[]; readonly commit: () => void };
}

/** Reads the edge from the database. */
export function openTreeEdge(database: ReadDatabase): TreeEdge {
  let edge: Frontier = frontierAt((level, position) => selectNode(database, level, position), selectSize(database));
  return {
    grow(leaf) {
      const { frontier, nodes } = appendLeaf(sha256, edge, leaf);
      return {
        nodes,
        commit: () => {
          edge = frontier;
        },
      };
    },
  };
}
