/**
 * Checks the rows of an export against the signed head, and when they do not lead to it, names the first that is wrong.
 * Runs everywhere.
 */
import { fromBase64 } from './bytes.ts';
import { type ExportProofs, exportFiles } from './export-format.ts';
import { sameBytes } from './merkle.ts';
import type { Checkpoint } from './note.ts';
import { locateLeaf, locateRow } from './verify-locate.ts';
import type { Findings } from './verify-report.ts';
import { leavesLeadTo, type RowsClaim, type RowsSeen, readLeaves, readRows } from './verify-rows.ts';
import type { ExportReader, VerifyTools } from './verify-tools.ts';

export interface RowsTask {
  readonly head: Checkpoint | undefined;
  readonly proofs: ExportProofs | undefined;
  readonly sizes: readonly number[];
  /** The range as the signed manifest says it. */
  readonly range: { readonly first: number; readonly last: number } | undefined;
  readonly files: { readonly changed: ReadonlySet<string>; readonly signed: boolean };
}

export interface RowsResult {
  /** The rows, when they hold. */
  readonly held?: { readonly first: number; readonly last: number };
  readonly seen?: RowsSeen;
  /** The first row whose hash in `leaves.bin` is wrong, when that file was changed and the rows were not. */
  readonly leaf?: number | undefined;
}

/** Checks the rows, and when they do not hold, names the first that does not. */
export async function verifyRows(
  reader: ExportReader,
  tools: VerifyTools,
  { head, proofs, sizes, range, files }: RowsTask,
  findings: Findings,
): Promise<RowsResult> {
  // Proofs that are not those that were signed must not accuse a row.
  const proven = files.signed && files.changed.has(exportFiles.proofs) ? undefined : readClaim(proofs);
  const claim = proven ?? withoutProofs(range ?? (head && { first: 1, last: head.size }));
  if (claim === undefined) {
    findings.unknown({ code: 'rows-unproven' });
    return {};
  }
  const { first, last } = claim;
  const seen = await readRows(reader, tools, claim, sizes);
  const leads = seen.root !== undefined && head !== undefined && sameBytes(seen.root, head.root);
  if (leads && seen.fault === undefined) {
    findings.holds({ code: 'rows-hold', first, last, count: seen.count });
    const leaves = files.changed.has(exportFiles.leaves) ? await readLeaves(reader, claim) : undefined;
    return { held: { first, last }, seen, leaf: leaves && (await locateLeaf(reader, tools, claim, leaves)) };
  }
  const leaves = await readLeaves(reader, claim);
  const isHead = (root: Uint8Array) => head !== undefined && sameBytes(root, head.root);
  // Hashes are to be trusted when they lead to the signed head, or when the signed manifest knows their file.
  const known =
    leaves !== undefined &&
    ((files.signed && !files.changed.has(exportFiles.leaves)) || leavesLeadTo(tools, claim, leaves, isHead));
  const located = known ? await locateRow(reader, tools, claim, leaves) : seen.fault;
  const fault = located ?? seen.fault;
  if (fault !== undefined) {
    findings.fails(fault);
  } else if (known || head === undefined || proven === undefined) {
    // The rows are what was hashed; what should tie them to the head is what was changed.
    findings.unknown({ code: 'rows-unproven' });
  } else {
    findings.fails({ code: 'rows-differ', first, last });
  }
  return { seen };
}

function readClaim(proofs: ExportProofs | undefined): RowsClaim | undefined {
  if (proofs === undefined || proofs.last < proofs.first - 1 || proofs.last > proofs.size) {
    return undefined;
  }
  const bytesOf = (text: string) => fromBase64(text) ?? new Uint8Array();
  return {
    first: proofs.first,
    last: proofs.last,
    left: proofs.range.left.map(bytesOf),
    right: proofs.range.right.map(({ level, hash }) => ({ level, hash: bytesOf(hash) })),
  };
}

/** Without proofs: an export of everything needs none, and of another the rows can be named. */
function withoutProofs(range: { readonly first: number; readonly last: number } | undefined): RowsClaim | undefined {
  return range && { first: range.first, last: range.last, left: [], right: [] };
}
