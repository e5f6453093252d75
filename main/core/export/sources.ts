/** The files of an export that come from the log, each as a stream of bytes that can be made again. */
import { exportFiles } from '../../contract/public.ts';
import {
  type RowRange,
  selectEvidenceLines,
  selectLeaves,
  selectSubjectLines,
  selectTableLines,
} from './columns-sql.ts';
import type { ExportContext } from './context.ts';
import { buildProofs } from './proofs.ts';
import { readmeText } from './readme.ts';
import { tableHead } from './table-head.ts';

/** One file to be. Asked twice, it gives the same bytes twice; a chunk is good until the next one. */
export interface Source {
  readonly name: string;
  chunks(): Iterable<Uint8Array>;
}

/** A file of a short text. */
export function textSource(name: string, text: string): Source {
  return { name, chunks: () => [Buffer.from(text, 'utf8')] };
}

/** The files that hold rows. */
export function rowSources({ job, database }: ExportContext, range: RowRange): Source[] {
  const sources: Source[] = [
    { name: exportFiles.entries, chunks: () => selectEvidenceLines(database, range) },
    { name: exportFiles.leaves, chunks: () => selectLeaves(database, range) },
  ];
  if (job.table) {
    sources.push({ name: exportFiles.table, chunks: () => table(tableHead(job.reveal)) });
  }
  if (job.reveal) {
    sources.push({ name: exportFiles.subjects, chunks: () => selectSubjectLines(database, range) });
  }
  return sources;

  function* table(head: Uint8Array): Iterable<Uint8Array> {
    yield head;
    yield* selectTableLines(database, range, job.reveal);
  }
}

/** All files but the manifest and its note. */
export function allSources(context: ExportContext, range: RowRange): Source[] {
  const { job, database, files } = context;
  const proofs = JSON.stringify(buildProofs(database, job, range), null, 2);
  return [
    ...rowSources(context, range),
    textSource(exportFiles.checkpoint, job.head.checkpoint),
    textSource(exportFiles.key, `${job.key}\n`),
    textSource(exportFiles.proofs, `${proofs}\n`),
    textSource(exportFiles.readme, readmeText(job, range)),
    { name: exportFiles.page, chunks: () => files.read(job.page) },
  ];
}
