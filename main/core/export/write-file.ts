/** Writes, measures and reads back one file of an export. Runs in the worker of an export. */
import { createHash } from 'node:crypto';
import type { ManifestFile } from '../../contract/public.ts';
import type { ExportContext } from './context.ts';
import { exportError } from './export-error.ts';
import type { ExportJob } from './job.ts';
import type { Source } from './sources.ts';

/** What reading back needs. */
type Medium = Pick<ExportContext, 'files' | 'advance'> & { readonly job: Pick<ExportJob, 'folder'> };

/** Writes bytes to a new file, which is durable when this returns, and answers their number and SHA-256. */
export async function writeFile(
  { files, advance }: Pick<ExportContext, 'files' | 'advance'>,
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Omit<ManifestFile, 'name'>> {
  const file = files.create(path);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      file.write(chunk);
      hash.update(chunk);
      bytes += chunk.length;
      advance(chunk.length);
    }
    file.close();
  } catch (error) {
    file.abandon();
    throw error;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** What a file will be, without writing it. */
export function measure({ advance }: ExportContext, source: Source): ManifestFile {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const chunk of source.chunks()) {
    hash.update(chunk);
    bytes += chunk.length;
    advance(chunk.length);
  }
  return { name: source.name, bytes, sha256: hash.digest('hex') };
}

/** Reads a file back and compares it with what was written. @throws ExportError when it is something else */
export function readBack({ job, files, advance }: Medium, path: string, sha256: string): void {
  const hash = createHash('sha256');
  for (const chunk of files.read(path)) {
    hash.update(chunk);
    advance(chunk.length);
  }
  if (hash.digest('hex') !== sha256) {
    throw exportError('medium-changed', job.folder);
  }
}
