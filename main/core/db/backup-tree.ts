/**
 * Checks the tree of a database against its own rows: every leaf and node is made again, and every checkpoint's head.
 * It finds what was changed without care for the tree; a whole log that was rebuilt with its key it cannot find.
 * Part of the core.
 */
import {
  appendLeaf,
  emptyFrontier,
  type Frontier,
  readCheckpoint,
  rootOf,
  sameBytes,
  type TreeNode,
} from '../../contract/public.ts';
import { evidenceColumns } from '../entry-log/entries-sql.ts';
import type { EntryEvidence } from '../entry-log/entry.ts';
import { leafHash } from '../entry-log/leaf.ts';
import { sha256 } from '../tree/sha256.ts';
import { type ReadDatabase, statement } from './database.ts';

/** The head over the rows, and in words what is wrong first, if anything is. */
export interface TreeFinding {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  readonly wrong?: string;
}

/** Called with the number of rows that have been checked, now and then. */
export type OnRows = (rows: number) => void;

type StoredLeaf = EntryEvidence & { readonly leaf_hash: Uint8Array | null };

const pageRows = 5_000;
const pageSql = `SELECT ${evidenceColumns.join(', ')}, leaf_hash FROM entries WHERE seq > ? ORDER BY seq LIMIT ${pageRows}`;

/** Makes the tree again from the rows. The database is of this program's version. */
export function checkTree(database: ReadDatabase, onRows: OnRows = () => {}): TreeFinding {
  const heads = selectHeads(database);
  let frontier: Frontier = emptyFrontier;
  let nodes = 0;
  for (let rows = selectPage(database, 0); rows.length > 0; rows = selectPage(database, frontier.size)) {
    for (const { leaf_hash: stored, ...evidence } of rows) {
      const leaf = leafHash(evidence);
      const grown = appendLeaf(sha256, frontier, leaf);
      frontier = grown.frontier;
      nodes += grown.nodes.length;
      const wrong =
        judgeRow({ seq: evidence.seq, stored, leaf }, frontier.size) ??
        judgeNodes(database, grown.nodes) ??
        judgeHead(heads.get(frontier.size), frontier);
      if (wrong !== undefined) {
        return { size: frontier.size, root: rootOf(sha256, frontier), wrong };
      }
    }
    onRows(frontier.size);
  }
  const wrong = judgeRest(database, { nodes, heads }, frontier.size);
  return { size: frontier.size, root: rootOf(sha256, frontier), ...(wrong === undefined ? {} : { wrong }) };
}

function selectPage(database: ReadDatabase, after: number): StoredLeaf[] {
  return statement(database, pageSql).all(after) as StoredLeaf[];
}

/** The notes of the checkpoints by their sizes. */
function selectHeads(database: ReadDatabase): Map<number, string> {
  const rows = statement(database, 'SELECT size, note FROM checkpoints').all() as { size: number; note: string }[];
  return new Map(rows.map(({ size, note }) => [size, note]));
}

function judgeRow(
  { seq, stored, leaf }: { seq: number; stored: Uint8Array | null; leaf: Uint8Array },
  expected: number,
): string | undefined {
  if (seq !== expected) {
    return `row ${expected} is missing`;
  }
  return stored !== null && sameBytes(stored, leaf) ? undefined : `row ${seq} is not what its leaf was made of`;
}

function judgeNodes(database: ReadDatabase, nodes: readonly TreeNode[]): string | undefined {
  const wrong = nodes.find(({ level, position, hash }) => {
    const sql = 'SELECT hash FROM tree_nodes WHERE level = ? AND position = ?';
    const stored = statement(database, sql).get(level, position) as { hash: Uint8Array } | undefined;
    return stored === undefined || !sameBytes(stored.hash, hash);
  });
  return wrong && `node ${wrong.position} on level ${wrong.level} of the tree is not what its leaves make`;
}

function judgeHead(note: string | undefined, frontier: Frontier): string | undefined {
  if (note === undefined) {
    return undefined;
  }
  const head = readCheckpoint(note);
  const fits = head?.size === frontier.size && sameBytes(head.root, rootOf(sha256, frontier));
  return fits ? undefined : `the checkpoint of ${frontier.size} rows is of other rows`;
}

/** What is there beside the tree: nodes that no leaf makes, checkpoints of rows that are gone. */
function judgeRest(
  database: ReadDatabase,
  made: { readonly nodes: number; readonly heads: ReadonlyMap<number, string> },
  size: number,
): string | undefined {
  const { nodes } = statement(database, 'SELECT count(*) AS nodes FROM tree_nodes').get() as { nodes: number };
  const beyond = Array.from(made.heads.keys()).find((head) => head > size);
  if (beyond !== undefined) {
    return `there is a checkpoint of ${beyond} rows, and the log ends with row ${size}`;
  }
  return nodes === made.nodes ? undefined : `the tree has ${nodes} nodes, its leaves make ${made.nodes}`;
}
