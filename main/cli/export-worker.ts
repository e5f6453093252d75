/**
 * The entry of the threads that write an export or a backup: it joins the core's work to the files of this machine. Each
 * thread loads no more of the core than it does.
 * Runs in threads of their own, of the CLI and of the Electron host alike.
 */
import { workerData } from 'node:worker_threads';
import { buildExportFiles } from '../platform/export-files.ts';

const files = buildExportFiles();
if ('backup' in workerData) {
  const [{ serveBackup }, { buildBackupFiles }] = await Promise.all([
    import('../core/db/backup-worker.ts'),
    import('../platform/backup-files.ts'),
  ]);
  await serveBackup(buildBackupFiles());
} else if ('table' in workerData) {
  const { serveTable } = await import('../core/export/table-worker.ts');
  await serveTable(files);
} else {
  const { serveExport } = await import('../core/export/worker.ts');
  await serveExport(files);
}
