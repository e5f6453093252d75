/**
 * Names the first row that is not what was signed, and what became of it: each line is compared with the hash that
 * `leaves.bin` keeps for its place.
 * Runs everywhere.
 */
import { exportFiles, leafBytes } from './export-format.ts';
import { sameBytes } from './merkle.ts';
import { type SeenLine, scanLines } from './verify-lines.ts';
import type { RowFault } from './verify-report.ts';
import { nothing, type RowsClaim } from './verify-rows.ts';
import type { ExportReader, VerifyTools } from './verify-tools.ts';

/** What the line that differed was, until a later one tells what happened. */
interface Suspect {
  readonly row: number;
  readonly line: number;
  /** It is another row of the same log, a later one. */
  readonly genuine: boolean;
  readonly fault: SeenLine['fault'];
}

/** Compares the lines with the hashes that are known to be right; undefined when all are the same. */
export async function locateRow(
  reader: ExportReader,
  tools: VerifyTools,
  { first, last }: RowsClaim,
  leaves: readonly Uint8Array[],
): Promise<RowFault | undefined> {
  let next = 0;
  let suspect: Suspect | undefined;
  let found: RowFault | undefined;

  await scanLines(reader.open(exportFiles.entries) ?? nothing(), tools, (line) => {
    const leaf = hashRow(tools, line.prefixed);
    const expected = leaves[suspect === undefined ? next : suspect.row - first];
    const same = line.fault === undefined && expected !== undefined && sameBytes(leaf, expected);
    if (suspect !== undefined) {
      found = judgeLater(suspect, same);
      return found === undefined ? undefined : 'stop';
    }
    if (same) {
      next += 1;
      return undefined;
    }
    const { seq, fault } = line;
    const own = seq === undefined ? undefined : leaves[seq - first];
    const genuine = fault === undefined && own !== undefined && sameBytes(own, leaf);
    if (genuine && seq !== undefined && seq < first + next) {
      found = { code: 'row-doubled', row: seq, line: line.line };
    } else if (first + next > last) {
      found = { code: 'row-added', row: first + next, line: line.line };
    } else {
      suspect = { row: first + next, line: line.line, genuine, fault };
    }
    return found === undefined ? undefined : 'stop';
  });
  if (found !== undefined) {
    return found;
  }
  if (suspect !== undefined) {
    return suspect.genuine ? { code: 'row-missing', row: suspect.row, line: suspect.line } : judgeStrange(suspect);
  }
  return first + next <= last ? { code: 'rows-cut', row: first + next, last } : undefined;
}

/** A later line: does it hold the row that the suspect's place should have had? */
function judgeLater(suspect: Suspect, same: boolean): RowFault | undefined {
  const { row, line, genuine } = suspect;
  if (genuine) {
    return same ? { code: 'row-moved', row, line } : undefined;
  }
  return same ? { code: 'row-added', row, line } : judgeStrange(suspect);
}

function judgeStrange({ row, line, fault }: Suspect): RowFault {
  return fault === undefined ? { code: 'row-changed', row, line } : { code: 'row-unreadable', row, line, fault };
}

function hashRow({ hashInto }: VerifyTools, prefixed: Uint8Array): Uint8Array {
  const leaf = new Uint8Array(leafBytes);
  hashInto(prefixed, leaf, 0);
  return leaf;
}

/** The first row whose hash in `leaves.bin` is not that of its line; for leaves that are wrong beside rows that hold. */
export async function locateLeaf(
  reader: ExportReader,
  tools: VerifyTools,
  { first }: RowsClaim,
  leaves: readonly Uint8Array[],
): Promise<number | undefined> {
  let row = first;
  let found: number | undefined;
  await scanLines(reader.open(exportFiles.entries) ?? nothing(), tools, ({ prefixed }) => {
    const leaf = leaves[row - first];
    if (leaf === undefined || !sameBytes(leaf, hashRow(tools, prefixed))) {
      found = row;
      return 'stop';
    }
    row += 1;
    return undefined;
  });
  return found;
}
