/** Starts the thread that writes the table, and waits for it. Runs in the worker of an export. */
import { Worker } from 'node:worker_threads';
import type { ManifestFile } from '../../contract/public.ts';
import { ExportError, exportError } from './export-error.ts';
import type { FromTable, TableData } from './job.ts';

/** A table that is being written. */
export interface RunningTable {
  /** What was written, durable and read back. Rejects with an ExportError. */
  readonly result: Promise<Omit<ManifestFile, 'name'>>;
  /** Bytes that it has written and read so far. */
  done(): number;
  /** Ends the thread; it touches no file when this resolves. */
  stop(): Promise<void>;
}

/** The heap of the thread, in megabytes. */
const resourceLimits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 };

/** Runs the thread; `worker` is the entry of an export's worker, which serves both. */
export function runTable(worker: string, table: TableData['table']): RunningTable {
  const counter = new BigInt64Array(new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT));
  const workerData: TableData = { table, counter };
  const thread = new Worker(worker, { workerData, resourceLimits });
  const result = new Promise<Omit<ManifestFile, 'name'>>((resolve, reject) => {
    thread.on('message', (message: FromTable) => {
      if (message.type === 'finished') {
        resolve({ bytes: message.bytes, sha256: message.sha256 });
      } else {
        reject(new ExportError(message.fault, message.message));
      }
    });
    thread.on('error', (error) => reject(exportError('internal', table.folder, error)));
    thread.on('exit', () => reject(exportError('internal', table.folder)));
  });
  // Whoever asks for the result later still learns of its end.
  result.catch(() => {});
  return {
    result,
    done: () => Number(Atomics.load(counter, 0)),
    stop: async () => void (await thread.terminate()),
  };
}
