/**
 * Goes through a stretch of a log where it lives, once and in order, and checks all that hangs on its rows: leaves,
 * persons, the nodes above them and the heads over them. Runs in the caller's thread, or in one of its own.
 */
import { startTree, type TreeNode, type VerifierKey, type VerifyTools } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { checkHeads, type HeadsSeen } from './check-heads.ts';
import { checkLeaves } from './check-leaves.ts';
import { checkNodes, type NodesSeen } from './check-nodes.ts';
import { checkPersons, type PersonsSeen } from './check-persons.ts';
import { type Page, pageRows, selectNumbers, selectPage } from './page-sql.ts';
import { selectNotes } from './verify-sql.ts';

/** What to go through. Plain data: it goes to other threads. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** The perfect subtrees over the rows before, largest first. */
  readonly left: readonly TreeNode[];
  /** The sizes of the stored heads that belong to it. */
  readonly heads: { readonly first: number; readonly last: number };
  readonly key: VerifierKey | undefined;
  /** Sizes at which the root is asked for. */
  readonly wanted: readonly number[];
}

/** What going through gave. Plain data. */
export interface Walk {
  /** The last row that was gone through, and the root over all up to it. */
  readonly last: number;
  readonly root: Uint8Array;
  /** Roots at the wanted sizes. */
  readonly rootsAt: ReadonlyMap<number, Uint8Array>;
  /** A row that is missing: there the walk ended. */
  readonly gone: number | undefined;
  readonly changed: number | undefined;
  readonly nodes: NodesSeen;
  readonly persons: PersonsSeen;
  readonly heads: HeadsSeen;
}

/** How often it tells how far it is, in rows. */
const toldRows = 10_000;

/** Goes through it. The caller holds a read transaction. @param onRows told of each ten thousand rows */
export function walkRows(
  database: ReadDatabase,
  tools: Pick<VerifyTools, 'sha256' | 'hashInto' | 'checkSignature'>,
  stretch: Stretch,
  onRows: (rows: number) => void,
): Walk {
  const { first, last, key } = stretch;
  const notes = selectNotes(database, stretch.heads.first, stretch.heads.last);
  const wanted = [...notes.map(({ size }) => size), ...stretch.wanted]
    .filter((size) => size >= first)
    .sort((one, other) => other - one);
  const roots = new Map<number, Uint8Array>();
  const nodes = checkNodes(database);
  const tree = startTree(tools, nodes.onNode);
  for (const { level, hash } of stretch.left) {
    tree.appendSubtree(level, hash);
  }
  const leaves = checkLeaves(database, tools, tree);
  const persons = checkPersons();
  const noteRoot = () => {
    while (wanted.at(-1) === tree.size()) {
      roots.set(tree.size(), tree.root());
      wanted.pop();
    }
  };
  let gone: number | undefined;
  for (let from = first; from <= last && gone === undefined; from += pageRows) {
    const to = Math.min(last, from + pageRows - 1);
    const page = selectPage(database, from, to);
    gone = findGap(database, page, from, to);
    const rows = (gone ?? to + 1) - from;
    leaves.take(page, rows, noteRoot);
    persons.take(page, rows, from);
    if ((to - first + 1) % toldRows === 0) {
      onRows(toldRows);
    }
  }
  return {
    last: tree.size(),
    root: tree.root(),
    rootsAt: new Map([...roots].filter(([size]) => stretch.wanted.includes(size))),
    gone,
    changed: leaves.changed(),
    nodes: nodes.end(),
    persons: persons.end(),
    heads: checkHeads(tools, key, notes, roots),
  };
}

function findGap(database: ReadDatabase, { rows }: Page, first: number, last: number): number | undefined {
  if (rows === last - first + 1) {
    return undefined;
  }
  const numbers = selectNumbers(database, first, last);
  const index = numbers.findIndex((seq, at) => seq !== first + at);
  return first + (index === -1 ? numbers.length : index);
}
