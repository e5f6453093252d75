/** `manifest.json` and the note that the terminal signs over it. */
import {
  type ExportManifest,
  exportFiles,
  type ManifestFile,
  manifestStatement,
  readCheckpoint,
  toBase64,
  toHex,
  toUtf8,
  version,
} from '../../contract/public.ts';
import { sha256 } from '../tree/sha256.ts';
import type { RowRange } from './columns-sql.ts';
import type { ExportContext } from './context.ts';
import { type Source, textSource } from './sources.ts';

/** Lists the files, and has the list signed. */
export async function signManifest(
  { job, sign }: ExportContext,
  range: RowRange,
  files: readonly ManifestFile[],
): Promise<Source[]> {
  const { id, name, terminal } = job.site;
  const head = readCheckpoint(job.head.checkpoint);
  if (head === undefined) {
    throw new TypeError('an export goes with a signed head');
  }
  const manifest: ExportManifest = {
    format: 1,
    origin: job.origin,
    site: { id, name, terminal },
    software: { name: 'pravesh', version },
    createdAt: job.createdAt,
    timeZone: job.site.timezone,
    rows: { ...range, count: range.last - range.first + 1 },
    head: { size: head.size, root: toBase64(head.root) },
    key: job.key,
    files: [...files],
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const note = await sign(manifestStatement(job.origin, toHex(sha256(toUtf8(text)))));
  return [textSource(exportFiles.manifest, text), textSource(exportFiles.manifestNote, note)];
}
