/** Starts the worker of an export and listens to it. Runs in the thread that writes the log. */
import { Worker } from 'node:worker_threads';
import { type ExportResult, type Sign, signNote, type VerifierKey } from '../../contract/public.ts';
import { ExportError, exportError } from './export-error.ts';
import type { ExportJob, FromWorker, ToWorker, WorkerData } from './job.ts';

export interface RunningExport {
  /** What was written. Rejects with an ExportError and nothing else. */
  readonly result: Promise<ExportResult>;
  /** Asks it to end; the result says when it has. */
  cancel(): void;
}

/** The heap of the worker, in megabytes: it holds a page of rows at a time. */
const resourceLimits = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 };

/** Runs the job in a thread of its own. */
export function runExport(parts: {
  readonly worker: string;
  readonly job: ExportJob;
  readonly key: { readonly verifier: VerifierKey; readonly sign: Sign };
  readonly onProgress: (done: number, total: number) => void;
}): RunningExport {
  const { worker: path, job, key } = parts;
  const cancel = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: WorkerData = { job, cancel };
  const result = new Promise<ExportResult>((resolve, reject) => {
    const worker = new Worker(path, { workerData, resourceLimits });
    worker.on('message', (message: FromWorker) => {
      switch (message.type) {
        case 'progress':
          return parts.onProgress(message.done, message.total);
        case 'sign':
          return worker.postMessage({ note: signNote(message.text, key.verifier, key.sign) } satisfies ToWorker);
        case 'finished':
          return resolve(message.result);
        case 'failed':
          return reject(new ExportError(message.fault, message.message));
      }
    });
    worker.on('error', (error) => reject(exportError('internal', job.folder, error)));
    worker.on('exit', () => reject(exportError('internal', job.folder)));
  });
  // Whoever asks for the result later still learns of its end.
  result.catch(() => {});
  return { result, cancel: () => Atomics.store(cancel, 0, 1) };
}
