/**
 * Writes `entries.csv` in a thread of its own, beside the worker that writes the evidence. It loads no more than that
 * needs. This file is a door of the core for the entry of a host's worker alone.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from '../db/database.ts';
import type { ExportFiles } from '../ports.ts';
import { selectTableLines } from './columns-sql.ts';
import { explain } from './export-error.ts';
import type { FromTable, TableData } from './job.ts';
import { tableHead } from './table-head.ts';
import { readBack, writeFile } from './write-file.ts';

/** Writes the file, durable, reads it back, and tells the thread that started this one. Never rejects. */
export async function serveTable(files: ExportFiles): Promise<void> {
  const { table, counter }: TableData = workerData;
  const { path, range, reveal, folder } = table;
  const tell = (message: FromTable) => parentPort?.postMessage(message);
  try {
    const database = openForReading(table.database);
    try {
      database.pragma('cache_size = -1024');
      const advance = (bytes: number) => void Atomics.add(counter, 0, BigInt(bytes));
      const context = { job: { folder }, files, advance };
      const written = await writeFile(context, path, lines());
      readBack(context, path, written.sha256);
      tell({ type: 'finished', ...written });
    } finally {
      database.close();
    }

    function* lines(): Iterable<Uint8Array> {
      yield tableHead(reveal);
      yield* selectTableLines(database, range, reveal);
    }
  } catch (error) {
    const { fault, message } = explain(error, folder);
    tell({ type: 'failed', fault, message });
  }
}
