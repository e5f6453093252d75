/** What the worker of an export is given, and what the two sides say to each other. */
import type { ExportFault, ExportResult, ManifestFile } from '../../contract/public.ts';
import type { RowRange } from './columns-sql.ts';

/** A head of the tree with its signed note. */
export interface SignedHead {
  readonly size: number;
  readonly checkpoint: string;
}

/** One export, as it was ordered. Plain data: it goes to another thread. */
export interface ExportJob {
  /** The database's file. */
  readonly database: string;
  /** Where the export goes: an existing folder. */
  readonly folder: string;
  /** The built page that goes along. */
  readonly page: string;
  readonly site: { readonly id: string; readonly name: string; readonly terminal: string; readonly timezone: string };
  /** ISO 8601 in UTC with milliseconds. */
  readonly createdAt: string;
  /** The verifier key as text. */
  readonly key: string;
  readonly origin: string;
  readonly head: SignedHead;
  /** The head that consistency is proven from. */
  readonly earlier?: SignedHead;
  /** Only rows after this one. */
  readonly after: number;
  /** ISO 8601 in UTC; `before` is no longer in the range. */
  readonly from?: string;
  readonly before?: string;
  readonly table: boolean;
  readonly reveal: boolean;
  /**
   * The worker's entry, when a second thread may write the table beside the first: where no visitor waits for a core of
   * this machine.
   */
  readonly beside?: string;
  /** age recipients. */
  readonly encryptTo: readonly string[];
}

/** What the worker is started with. `cancel[0]` becomes 1 when it is to end. */
export interface WorkerData {
  readonly job: ExportJob;
  readonly cancel: Int32Array;
}

/** From the worker. After `finished` or `failed` it says no more. */
export type FromWorker =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'sign'; readonly text: string }
  | { readonly type: 'finished'; readonly result: ExportResult }
  | { readonly type: 'failed'; readonly fault: ExportFault | 'cancelled'; readonly message: string };

/** To the worker: the note that it asked for. */
export interface ToWorker {
  readonly note: string;
}

/** What the thread of the table is started with. `counter[0]` grows with the bytes that it has written and read. */
export interface TableData {
  readonly table: {
    readonly database: string;
    readonly range: RowRange;
    readonly reveal: boolean;
    /** The file. */
    readonly path: string;
    /** Where the export goes, for words. */
    readonly folder: string;
  };
  readonly counter: BigInt64Array;
}

/** From the thread of the table, once. */
export type FromTable =
  | ({ readonly type: 'finished' } & Omit<ManifestFile, 'name'>)
  | { readonly type: 'failed'; readonly fault: ExportFault | 'cancelled'; readonly message: string };
