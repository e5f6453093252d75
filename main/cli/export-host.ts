/**
 * What exports need of this installation: the worker's entry, the page that verifies, the drives.
 * Runs in Node, for the CLI.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportHost } from '../core/ports.ts';
import { findDrives } from '../platform/drives.ts';

/**
 * Finds them, built or among the sources.
 * @param rendererFolder where the pages were built
 */
export function findExportHost(rendererFolder: string): ExportHost {
  const built = join(import.meta.dirname, 'export-worker.js');
  return {
    worker: existsSync(built) ? built : join(import.meta.dirname, 'export-worker.ts'),
    page: join(rendererFolder, 'verify.html'),
    drives: () => findDrives(),
  };
}
