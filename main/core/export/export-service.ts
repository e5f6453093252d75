/** `export.*`: one export at a time, to a drive that is plugged in, with its progress and its end. */
import {
  type Answer,
  answer,
  type Drive,
  type ExportChoice,
  type ExportSnapshot,
  problem,
} from '../../contract/public.ts';
import { type Caller, isManager, operatorOf } from '../dispatch/caller.ts';
import type { MountedDrive, Random } from '../ports.ts';
import { ExportError } from './export-error.ts';
import type { OrderExport } from './order.ts';
import type { RunningExport } from './run-worker.ts';

export interface ExportService {
  drives(): Answer<{ readonly drives: Drive[] }>;
  /** A local caller may name any folder as its drive. What is of persons goes along with a manager alone. */
  start(input: ExportChoice & { readonly drive: string }, caller: Caller): Promise<Answer<ExportSnapshot>>;
  get(id: string): Answer<ExportSnapshot>;
  cancel(id: string): Promise<Answer<ExportSnapshot>>;
  /** Ends what is under way; resolves when the worker has let go of the log. */
  close(): Promise<void>;
}

interface Known {
  snapshot: ExportSnapshot;
  readonly running: RunningExport;
  /** Resolves when the snapshot is the last. */
  readonly ended: Promise<void>;
}

/** Builds it. It remembers the newest export only; without a host that can export there is no drive. */
export function buildExportService(parts: {
  /** The media that can be exported to now. */
  readonly drives: () => readonly MountedDrive[];
  readonly order: OrderExport | undefined;
  readonly random: Random;
}): ExportService {
  const { drives, order, random } = parts;
  let newest: Known | undefined;
  /** Set while an export is being ordered: reading the choice takes a moment. */
  let ordering = false;
  const find = (id: string) => (newest?.snapshot.id === id ? newest : undefined);

  const begin = async (
    folder: string,
    choice: ExportChoice & { readonly operator: string | undefined },
  ): Promise<Answer<ExportSnapshot>> => {
    const id = Buffer.from(random.bytes(16)).toString('base64url');
    const ordered = await order?.(folder, choice, (done, total) => {
      if (newest?.snapshot.id === id && newest.snapshot.state === 'running') {
        newest.snapshot = { id, state: 'running', done, total };
      }
    });
    if (ordered === undefined || !ordered.ok) {
      return ordered ?? problem('not-found');
    }
    newest = watch(id, ordered.value);
    return answer(newest.snapshot);
  };

  return {
    drives: () => answer({ drives: drives().map(({ folder, ...drive }) => ({ id: folder, ...drive })) }),
    async start({ drive: wanted, ...choice }, caller) {
      if (ordering || newest?.snapshot.state === 'running') {
        return problem('conflict', { message: 'An export is under way. Wait for its end or cancel it.' });
      }
      if (choice.reveal === true && !isManager(caller)) {
        return problem('forbidden', { message: 'Only a manager may take along what is of persons.' });
      }
      const folder = caller.local ? wanted : drives().find((drive) => drive.folder === wanted)?.folder;
      if (folder === undefined) {
        return problem('not-found', { message: 'This drive is not plugged in.' });
      }
      ordering = true;
      try {
        return await begin(folder, { ...choice, operator: operatorOf(caller) });
      } finally {
        ordering = false;
      }
    },
    get(id) {
      const known = find(id);
      return known === undefined ? problem('not-found') : answer(known.snapshot);
    },
    async cancel(id) {
      const known = find(id);
      if (known === undefined) {
        return problem('not-found');
      }
      known.running.cancel();
      await known.ended;
      return answer(known.snapshot);
    },
    async close() {
      newest?.running.cancel();
      await newest?.ended;
    },
  };
}

/** Keeps the snapshot of an export up to its end. */
function watch(id: string, running: RunningExport): Known {
  const known: { snapshot: ExportSnapshot } = { snapshot: { id, state: 'running', done: 0, total: 1 } };
  const ended = running.result.then(
    (result) => {
      known.snapshot = { id, state: 'finished', ...result };
    },
    (error: unknown) => {
      known.snapshot = describeEnd(id, error);
    },
  );
  return Object.assign(known, { running, ended });
}

function describeEnd(id: string, error: unknown): ExportSnapshot {
  if (!(error instanceof ExportError)) {
    return { id, state: 'failed', fault: 'log-unreadable', message: 'The export is there, the log could not note it.' };
  }
  const { fault, message } = error;
  return fault === 'cancelled' ? { id, state: 'cancelled' } : { id, state: 'failed', fault, message };
}
