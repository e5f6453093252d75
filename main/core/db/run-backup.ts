/** Starts the thread of a backup and listens to it. Runs in the thread that writes the log. Part of the core. */
import { Worker } from 'node:worker_threads';
import type { BackupOutcome } from './rolling-backups.ts';

/** What the thread is to do. */
export interface BackupJob {
  /** The data folder. */
  readonly data: string;
  /** The backup to be made; its folder is there. */
  readonly file: string;
}

/** The heap of the thread, in megabytes: it holds a page of rows at a time. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/**
 * Makes a backup in a thread of its own.
 * @param worker the host's entry for threads
 */
export function runBackup(
  worker: string,
  backup: BackupJob,
): { readonly outcome: Promise<BackupOutcome>; readonly stop: () => void } {
  const thread = new Worker(worker, { workerData: { backup }, resourceLimits });
  const outcome = new Promise<BackupOutcome>((resolve) => {
    thread.on('message', (came: BackupOutcome) => resolve(came));
    thread.on('error', () => resolve('failed'));
    thread.on('exit', () => resolve('failed'));
  });
  return { outcome, stop: () => void thread.terminate() };
}
