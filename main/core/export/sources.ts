/** The files of an export that come from the log, each as a stream of bytes that can be made again. */
import { exportFiles, toUtf8 } from '../../contract/public.ts';
import {
  type RowRange,
  selectEvidenceLines,
  selectLeaves,
  selectSubjectLines,
  selectTableLines,
  tableColumns,
} from './columns-sql.ts';
import type { ExportContext } from './context.ts';
import { buildProofs } from './proofs.ts';
import { readmeText } from './readme.ts';

/** One file to be. Asked twice, it gives the same bytes twice. */
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

/** The byte order mark, without which Excel does not read UTF-8, and the names of the columns. */
function tableHead(reveal: boolean): Uint8Array {
  return toUtf8(`\ufeff${tableColumns(reveal).join(',')}\r\n`);
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
    { name: exportFiles.page, chunks: () => copies(files.read(job.page)) },
  ];
}

/** A piece of a file is good until the next one, and whoever encrypts may hold on to it. */
function* copies(pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  for (const piece of pieces) {
    yield Uint8Array.from(piece);
  }
}
