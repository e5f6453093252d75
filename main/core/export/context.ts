/** What every step of an export's work needs. Runs in the worker of an export. */
import type { ReadDatabase } from '../db/database.ts';
import type { ExportFiles } from '../ports.ts';
import { ExportError } from './export-error.ts';
import type { ExportJob } from './job.ts';

export interface ExportContext {
  readonly job: ExportJob;
  /** Within one read transaction, so that the export is of one moment. */
  readonly database: ReadDatabase;
  readonly files: ExportFiles;
  /** So many bytes more have been read, written or compared. @throws ExportError when the export is to end */
  advance(bytes: number): void;
  /** Has a text signed as a note by the terminal. */
  sign(text: string): Promise<string>;
}

/** Counts bytes, tells of each hundredth, and ends the work when that is wanted. */
export function buildAdvance(parts: {
  readonly total: () => number;
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
    if (done - reported >= total / 100) {
      reported = done;
      parts.report(Math.min(done, total), total);
    }
  };
}
