/** What every step of an export's work needs. Runs in the worker of an export. */
import type { ReadDatabase } from '../db/database.ts';
import type { ExportFiles } from '../ports.ts';
import type { RowRange } from './columns-sql.ts';
import { ExportError } from './export-error.ts';
import type { ExportJob } from './job.ts';
import type { RunningTable } from './run-table.ts';

export interface ExportContext {
  readonly job: ExportJob;
  /** Within one read transaction, so that the export is of one moment. */
  readonly database: ReadDatabase;
  readonly files: ExportFiles;
  /** So many bytes more have been read, written or compared. @throws ExportError when the export is to end */
  advance(bytes: number): void;
  /** Starts the thread that writes the table; undefined where the table is written like the other files. */
  readonly startTable?: ((path: string, range: RowRange) => RunningTable) | undefined;
  /** Has a text signed as a note by the terminal. */
  sign(text: string): Promise<string>;
}

/** Counts bytes, tells of each hundredth, and ends the work when that is wanted. */
export function buildAdvance(parts: {
  readonly total: () => number;
  /** Bytes that another thread has done. */
  readonly beside: () => number;
  readonly isCancelled: () => boolean;
  readonly report: (done: number, total: number) => void;
}): (bytes: number) => void {
  let done = 0;
  let reported = 0;
  return (bytes) => {
    if (parts.isCancelled()) {
      throw new ExportError('cancelled', 'The export was cancelled.');
    }
    done += bytes;
    const total = parts.total();
    const all = done + parts.beside();
    if (all - reported >= total / 100) {
      reported = all;
      parts.report(Math.min(all, total), total);
    }
  };
}
