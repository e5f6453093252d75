/**
 * Reads the rows of an export: are they in order, and what head do they lead to. When they are not what was signed,
 * `leaves.bin` names the first row that is not.
 * Runs everywhere.
 */
import { exportFiles, leafBytes } from './export-format.ts';
import { type SeenLine, scanLines } from './verify-lines.ts';
import type { RowFault } from './verify-report.ts';
import type { ExportReader, VerifyTools } from './verify-tools.ts';
import { frontierLevels, type GrowingTree, startTree } from './verify-tree.ts';

/** Which rows an export says that it has, and what stands before and after them in the tree. */
export interface RowsClaim {
  readonly first: number;
  readonly last: number;
  readonly left: readonly Uint8Array[];
  readonly right: readonly { readonly level: number; readonly hash: Uint8Array }[];
}

/** What reading the rows gave. */
export interface RowsSeen {
  readonly count: number;
  /** Bytes of the file. */
  readonly bytes: number;
  /** The first thing that is wrong by itself: form or order. */
  readonly fault: RowFault | undefined;
  /** The head with what stands after the rows; undefined when that does not fit. */
  readonly root: Uint8Array | undefined;
  /** The heads at those of the wanted sizes that lie within the rows. */
  readonly rootsAt: ReadonlyMap<number, Uint8Array>;
}

/** The tree of the rows before an export; undefined when there are more or fewer subtrees than they need. */
export function startAtClaim(tools: VerifyTools, { first, left }: RowsClaim): GrowingTree | undefined {
  const levels = frontierLevels(first - 1);
  const tree = startTree(tools);
  const fits =
    levels.length === left.length &&
    levels.every((level, at) => tree.appendSubtree(level, left[at] ?? new Uint8Array()));
  return fits ? tree : undefined;
}

/** The head once the subtrees after an export are added; undefined when one of them cannot stand there. */
export function rootOfClaim(tree: GrowingTree, { right }: RowsClaim): Uint8Array | undefined {
  return right.every(({ level, hash }) => tree.appendSubtree(level, hash)) ? tree.root() : undefined;
}

/** Reads all rows once. @param wanted sizes at which the head is asked for */
export async function readRows(
  reader: ExportReader,
  tools: VerifyTools,
  claim: RowsClaim,
  wanted: readonly number[],
): Promise<RowsSeen> {
  const sizes = new Set(wanted);
  const rootsAt = new Map<number, Uint8Array>();
  const tree = startAtClaim(tools, claim);
  const noteSize = () => {
    if (tree !== undefined && sizes.has(tree.size())) {
      rootsAt.set(tree.size(), tree.root());
    }
  };
  let count = 0;
  let bytes = 0;
  let fault: RowFault | undefined;
  noteSize();
  await scanLines(reader.open(exportFiles.entries) ?? nothing(), tools, (line) => {
    fault ??= judgeOrder(line, claim.first + count, claim.last);
    tree?.appendRow(line.prefixed);
    count += 1;
    bytes += line.prefixed.length;
    noteSize();
    return undefined;
  });
  if (claim.first + count <= claim.last) {
    fault ??= { code: 'rows-cut', row: claim.first + count, last: claim.last };
  }
  const root = tree && rootOfClaim(tree, claim);
  return { count, bytes, fault, root, rootsAt };
}

function judgeOrder({ seq, line, fault }: SeenLine, expected: number, last: number): RowFault | undefined {
  if (fault !== undefined) {
    return { code: 'row-unreadable', row: expected, line, fault };
  }
  if (seq === undefined || seq === expected) {
    return expected > last ? { code: 'row-added', row: expected, line } : undefined;
  }
  return seq < expected ? { code: 'row-doubled', row: seq, line } : { code: 'row-missing', row: expected, line };
}

/** The hashes of `leaves.bin`; undefined when they are not exactly one for each row. */
export async function readLeaves(
  reader: ExportReader,
  { first, last }: RowsClaim,
): Promise<readonly Uint8Array[] | undefined> {
  const count = last - first + 1;
  const leaves: Uint8Array[] = [];
  let carry = new Uint8Array();
  for await (const piece of reader.open(exportFiles.leaves) ?? nothing()) {
    const bytes = new Uint8Array(carry.length + piece.length);
    bytes.set(carry);
    bytes.set(piece, carry.length);
    let at = 0;
    for (; at + leafBytes <= bytes.length && leaves.length <= count; at += leafBytes) {
      leaves.push(bytes.subarray(at, at + leafBytes));
    }
    carry = bytes.subarray(at);
  }
  return leaves.length === count && carry.length === 0 ? leaves : undefined;
}

/** Whether the hashes lead to a head. */
export function leavesLeadTo(
  tools: VerifyTools,
  claim: RowsClaim,
  leaves: readonly Uint8Array[],
  isRoot: (root: Uint8Array) => boolean,
): boolean {
  const tree = startAtClaim(tools, claim);
  const root = tree && leaves.every((leaf) => tree.appendSubtree(0, leaf)) ? rootOfClaim(tree, claim) : undefined;
  return root !== undefined && isRoot(root);
}

export async function* nothing(): AsyncGenerator<Uint8Array> {}
