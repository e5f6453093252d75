/** How large an export will be, from samples of its rows, so that a medium that is too small is known at once. */
import type { RowRange } from './columns-sql.ts';
import type { ExportContext } from './context.ts';
import { rowSources } from './sources.ts';

/** Samples, and rows in each. */
const samples = 10;
const sampleRows = 50;

/** The files that do not grow with the rows, beside the page that verifies. */
const smallFiles = 64 * 1024;

/** Estimates the bytes on the medium: a twentieth more than the samples say, for blocks and unequal rows. */
export function estimateBytes(context: ExportContext, range: RowRange): number {
  const rows = range.last - range.first + 1;
  let sampled = 0;
  let bytes = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const first = range.first + Math.floor((rows * sample) / samples);
    const last = Math.min(range.last, first + sampleRows - 1);
    sampled += last - first + 1;
    for (const source of rowSources(context, { first, last })) {
      bytes += sizeOf(source.chunks());
    }
  }
  return Math.ceil((bytes / sampled) * rows * 1.05) + sizeOf(context.files.read(context.job.page)) + smallFiles;
}

function sizeOf(chunks: Iterable<Uint8Array>): number {
  let bytes = 0;
  for (const chunk of chunks) {
    bytes += chunk.length;
  }
  return bytes;
}
