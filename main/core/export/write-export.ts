/**
 * Writes an export: under a temporary name, durable, read back, and only then under its own name. Pulled out at any
 * step it is absent or complete (trust.md, D3). Runs in the worker of an export.
 */
import { join } from 'node:path';
import type { ExportResult } from '../../contract/public.ts';
import { type RowRange, selectRange } from './columns-sql.ts';
import type { ExportContext } from './context.ts';
import { estimateBytes } from './estimate.ts';
import { exportError } from './export-error.ts';
import { exportName, isLeftover, partEnding, sealedEnding } from './name.ts';
import { allSources } from './sources.ts';
import { writeFolder } from './write-folder.ts';
import { writeSealed } from './write-sealed.ts';

/**
 * Writes it.
 * @param expect told how many bytes will be read, written and compared
 * @throws ExportError, or an error of the system or of SQLite; nothing of the export is left where it can be removed
 */
export async function writeExport(context: ExportContext, expect: (bytes: number) => void): Promise<ExportResult> {
  const { job, files, database } = context;
  const { folder, head, after, from, before } = job;
  const range = selectRange(database, { after, size: head.size, from, before });
  if (range === undefined) {
    throw exportError('nothing-in-range', folder);
  }
  if (!files.exists(job.page)) {
    throw exportError('page-missing', folder);
  }
  removeLeftovers(context);
  const sealed = job.encryptTo.length > 0;
  const bytes = estimateBytes(context, range);
  expect(bytes * (sealed ? 3 : 2));
  if (files.freeBytes(folder) < bytes) {
    throw exportError('medium-full', folder);
  }
  const name = exportName(job, range);
  const path = join(folder, sealed ? name + sealedEnding : name);
  if (files.exists(path)) {
    throw exportError('exists-already', folder);
  }
  const written = await writeNamed(context, path, name, range);
  files.syncFolder(folder);
  return { path, ...range, size: head.size, bytes: written };
}

/** Writes a part and gives it its name; one that does not come so far goes. */
async function writeNamed(context: ExportContext, path: string, name: string, range: RowRange): Promise<number> {
  const part = path + partEnding;
  const sources = allSources(context, range);
  try {
    const written =
      context.job.encryptTo.length > 0
        ? await writeSealed(context, part, name, range, sources)
        : await writeFolder(context, part, range, sources);
    context.files.rename(part, path);
    return written;
  } catch (error) {
    removeIfPossible(context, part);
    throw error;
  }
}

/** A medium that is gone takes its part along; the next export removes it. */
function removeIfPossible({ files }: ExportContext, path: string): void {
  try {
    files.remove(path);
  } catch {
    // What is said is why the export ended, not that its part stays.
  }
}

/** Removes what earlier exports of this terminal have left behind when they were interrupted. */
function removeLeftovers({ job, files }: ExportContext): void {
  for (const name of files.list(job.folder)) {
    if (isLeftover(name, job)) {
      files.remove(join(job.folder, name));
    }
  }
}
