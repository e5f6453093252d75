/** `proofs.json`: what ties the exported rows to the signed head, and the head to an earlier one. */
import { type ExportProofs, frontierAt, type NodeSource, toBase64 } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { buildTreeReader } from '../tree/tree.ts';
import { selectNode } from '../tree/tree-sql.ts';
import type { RowRange } from './columns-sql.ts';
import type { ExportJob } from './job.ts';

/** Builds the proofs of a range under the head of the job. */
export function buildProofs(database: ReadDatabase, job: ExportJob, { first, last }: RowRange): ExportProofs {
  const source: NodeSource = (level, position) => selectNode(database, level, position);
  const { origin, head, earlier } = job;
  const path = earlier && earlier.size <= head.size && buildTreeReader(database).consistency(earlier.size, head.size);
  return {
    format: 1,
    origin,
    size: head.size,
    first,
    last,
    range: {
      left: frontierAt(source, first - 1).hashes.map(toBase64),
      right: subtreesBetween(last, head.size).map(({ level, position }) => ({
        level,
        hash: toBase64(source(level, position)),
      })),
    },
    consistency:
      earlier === undefined || path === undefined || path === false
        ? null
        : { from: { size: earlier.size, checkpoint: earlier.checkpoint }, path: path.map(toBase64) },
  };
}

/** The largest perfect subtrees that cover the leaves from `start` (counted from 0) up to `end`, left to right. */
export function subtreesBetween(start: number, end: number): { readonly level: number; readonly position: number }[] {
  const subtrees: { level: number; position: number }[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) {
      level += 1;
    }
    subtrees.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}
