/**
 * The entry of the worker that writes an export: it joins the core's work to the files of this machine.
 * Runs in a thread of its own, of the CLI and of the Electron host alike.
 */
import { serveExport } from '../core/export/worker.ts';
import { buildExportFiles } from '../platform/export-files.ts';

await serveExport(buildExportFiles());
