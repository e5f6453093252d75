/**
 * The thread of a backup that the kiosk makes by itself: it copies and checks, which takes seconds that visitors must not
 * notice. A host's entry calls `serveBackup` with the files of its machine; this file is a door of the core for that
 * entry alone.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { BackupFiles } from '../ports.ts';
import { backUp } from './backup.ts';
import { isBackupError } from './backup-error.ts';
import type { BackupJob } from './run-backup.ts';

/** Does the job that the thread was started with, and tells the thread that started it. Never rejects. */
export async function serveBackup(files: BackupFiles): Promise<void> {
  const { backup }: { readonly backup: BackupJob } = workerData;
  try {
    await backUp({ ...backup, replace: true, files });
    parentPort?.postMessage('made');
  } catch (error) {
    parentPort?.postMessage(isBackupError(error) && error.code === 'damaged' ? 'damaged' : 'failed');
  }
}
