/**
 * The worker of an export: a thread with a read-only connection of its own, so that visits do not notice. A host's
 * entry calls `serveExport` with the files of its machine; this file is a door of the core for that entry alone.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { ExportResult } from '../../contract/public.ts';
import { openForReading, type ReadDatabase } from '../db/database.ts';
import type { ExportFiles } from '../ports.ts';
import type { RowRange } from './columns-sql.ts';
import { buildAdvance, type ExportContext } from './context.ts';
import { explain } from './export-error.ts';
import type { FromWorker, ToWorker, WorkerData } from './job.ts';
import { type RunningTable, runTable } from './run-table.ts';
import { writeExport } from './write-export.ts';

/** Does the job that the thread was started with, and tells the thread that started it. Never rejects. */
export async function serveExport(files: ExportFiles): Promise<void> {
  const data: WorkerData = workerData;
  const { database: path, folder } = data.job;
  try {
    const database = openForReading(path);
    try {
      // Every page is read once: a large cache would only fill the memory.
      database.pragma('cache_size = -1024');
      database.exec('BEGIN');
      tell({ type: 'finished', result: await work(data, database, files) });
    } finally {
      database.close();
    }
  } catch (error) {
    const { fault, message } = explain(error, folder);
    tell({ type: 'failed', fault, message });
  }
}

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function work({ job, cancel }: WorkerData, database: ReadDatabase, files: ExportFiles): Promise<ExportResult> {
  let total = 1;
  let table: RunningTable | undefined;
  const advance = buildAdvance({
    total: () => total,
    beside: () => table?.done() ?? 0,
    isCancelled: () => Atomics.load(cancel, 0) !== 0,
    report: (done, of) => tell({ type: 'progress', done, total: of }),
  });
  const { beside, folder, reveal } = job;
  const startTable = (path: string, range: RowRange) => {
    table = runTable(beside ?? '', { database: job.database, range, reveal, path, folder });
    return table;
  };
  const context: ExportContext = {
    job,
    database,
    files,
    advance,
    sign: askForNote,
    startTable: job.table && beside !== undefined ? startTable : undefined,
  };
  return writeExport(context, (bytes) => {
    total = bytes;
  });
}

/** The key stays with the thread that writes the log. */
function askForNote(text: string): Promise<string> {
  return new Promise((resolve) => {
    parentPort?.once('message', ({ note }: ToWorker) => resolve(note));
    tell({ type: 'sign', text });
  });
}
