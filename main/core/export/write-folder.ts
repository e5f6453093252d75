/** An export as a folder of files. Runs in the worker of an export. */
import { join } from 'node:path';
import { exportFiles, type ManifestFile } from '../../contract/public.ts';
import type { RowRange } from './columns-sql.ts';
import type { ExportContext } from './context.ts';
import { signManifest } from './manifest.ts';
import type { Source } from './sources.ts';
import { readBack, writeFile } from './write-file.ts';

/**
 * Writes the folder, durable with every name in it, and reads it back.
 * @returns the bytes of its files
 */
export async function writeFolder(
  context: ExportContext,
  path: string,
  range: RowRange,
  sources: readonly Source[],
): Promise<number> {
  const { files } = context;
  files.makeFolder(path);
  const table = context.startTable?.(join(path, exportFiles.table), range);
  try {
    const written: ManifestFile[] = [];
    for (const source of sources.filter(({ name }) => table === undefined || name !== exportFiles.table)) {
      written.push(await writeSource(source));
    }
    // Before the table is waited for: that thread reads its file back by itself.
    compare(written);
    const beside = table === undefined ? [] : [{ name: exportFiles.table, ...(await table.result) }];
    const lists: ManifestFile[] = [];
    for (const source of await signManifest(context, range, [...written, ...beside])) {
      lists.push(await writeSource(source));
    }
    compare(lists);
    files.syncFolder(path);
    return [...written, ...beside, ...lists].reduce((sum, { bytes }) => sum + bytes, 0);
  } finally {
    await table?.stop();
  }

  async function writeSource({ name, chunks }: Source): Promise<ManifestFile> {
    return { name, ...(await writeFile(context, join(path, name), chunks())) };
  }

  function compare(made: readonly ManifestFile[]): void {
    for (const { name, sha256 } of made) {
      readBack(context, join(path, name), sha256);
    }
  }
}
