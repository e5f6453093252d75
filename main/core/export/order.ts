/**
 * What an export does to the log before and after it is written: the act is a row, the head is signed, and the head
 * that left the terminal is remembered. Runs in the process that writes the log.
 */
import { join } from 'node:path';
import {
  type Answer,
  answer,
  type ExportChoice,
  openCheckpoint,
  problem,
  writeVerifierKey,
} from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import { databaseName } from '../db/data-folder.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { AppendedEntry, EntryDraft } from '../entry-log/entry.ts';
import { selectState, upsertState } from '../health/terminal-state-sql.ts';
import type { Clock, ExportHost } from '../ports.ts';
import type { Checkpoints } from '../tree/checkpoints.ts';
import { checkSignature } from '../tree/sha256.ts';
import type { TerminalKey } from '../tree/terminal-key.ts';
import { buildTreeReader } from '../tree/tree.ts';
import { readChoice } from './choose.ts';
import type { ExportJob, SignedHead } from './job.ts';
import { type RunningExport, runExport } from './run-worker.ts';

/** The key under which the head is remembered that was exported last. */
const lastExport = 'last-export';

export interface OrderParts {
  readonly settings: Pick<Settings, 'site'>;
  readonly data: string;
  readonly database: WriteDatabase;
  /** Writes a row; undefined when it could not be written. */
  readonly append: (draft: EntryDraft) => AppendedEntry | undefined;
  readonly checkpoints: Checkpoints;
  readonly key: TerminalKey;
  readonly clock: Clock;
  readonly host: ExportHost;
  /** Whether visitors may come meanwhile: one thread then leaves them a core of a small machine. */
  readonly visitors: boolean;
}

/** Orders an export into a folder; `operator` is who wants it, as the log names them. */
export type OrderExport = (
  folder: string,
  choice: ExportChoice & { readonly operator?: string | undefined },
  onProgress: (done: number, total: number) => void,
) => Promise<Answer<RunningExport>>;

/** Builds it over an open log. Two exports at once are for the caller to prevent. */
export function buildOrder(parts: OrderParts): OrderExport {
  const { settings, data, database, append, checkpoints, key, clock, host } = parts;
  const log = { timeZone: settings.site.timezone, key: key.verifier, tree: buildTreeReader(database) };

  const remember = ({ checkpoint }: SignedHead) => {
    const at = new Date(clock.now()).toISOString();
    transaction(database, () => upsertState(database, lastExport, checkpoint, at));
  };
  const remembered = (): SignedHead | undefined => {
    const checkpoint = selectState(database, lastExport) ?? '';
    const opened = openCheckpoint(key.verifier, checkSignature, checkpoint);
    return opened.ok ? { size: opened.checkpoint.size, checkpoint } : undefined;
  };

  return async (folder, { operator, ...choice }, onProgress) => {
    const read = await readChoice(choice, log);
    if ('wrong' in read) {
      return problem('invalid-input', { fields: read.wrong });
    }
    const { chosen } = read;
    const act = append({
      outcome: 'act',
      channel: 'operator',
      reason: chosen.reveal ? 'export-reveal' : 'export',
      ...(operator === undefined ? {} : { operator }),
    });
    const signed = act && checkpoints.sign();
    if (signed === undefined) {
      return problem('log-unavailable');
    }
    const head: SignedHead = { size: signed.size, checkpoint: signed.note };
    const earlier = chosen.earlier ?? remembered();
    const job: ExportJob = {
      ...chosen,
      ...(parts.visitors ? {} : { beside: host.worker }),
      ...(earlier === undefined ? {} : { earlier }),
      database: join(data, databaseName),
      folder,
      page: host.page,
      site: settings.site,
      createdAt: new Date(clock.now()).toISOString(),
      key: writeVerifierKey(key.verifier),
      origin: key.verifier.name,
      head,
    };
    const running = runExport({ worker: host.worker, job, key, onProgress });
    const result = running.result.then((written) => {
      remember(head);
      return written;
    });
    result.catch(() => {});
    return answer({ ...running, result });
  };
}
