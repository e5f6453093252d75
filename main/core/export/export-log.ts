/** An export while no kiosk runs on the data folder: the lock is held until it has ended. */
import { type Answer, answer, type ExportChoice, type ExportResult } from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import { openDataFolder } from '../db/data-folder.ts';
import { buildEntryLog } from '../entry-log/entry-log.ts';
import type { ExportHost, Ports } from '../ports.ts';
import { buildCheckpoints } from '../tree/checkpoints.ts';
import { openTerminalKey } from '../tree/terminal-key.ts';
import { buildOrder } from './order.ts';

export interface ExportLogOptions {
  readonly settings: Settings;
  readonly data: string;
  readonly ports: Pick<Ports, 'clock' | 'random' | 'secrets' | 'files'>;
  readonly host: ExportHost;
  /** An existing folder. */
  readonly folder: string;
  readonly choice: ExportChoice;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Exports into a folder.
 * @returns what was written, or `invalid-input` with the fields of the choice that are wrong
 * @throws DataFolderError, also when a kiosk is running there; ExportError; the library's SqliteError when the act
 *   could not be written
 */
export async function exportLog(options: ExportLogOptions): Promise<Answer<ExportResult>> {
  const { settings, data, ports, host, folder, choice, onProgress, signal } = options;
  const { clock, random, secrets } = ports;
  const opened = openDataFolder(data, ports.files);
  const { database } = opened;
  const key = openTerminalKey(settings.site, secrets);
  const rethrow = (error: unknown): never => {
    throw error;
  };
  const checkpoints = buildCheckpoints({ database, key, clock, onFault: rethrow });
  try {
    const siteKey = secrets.key('site', 32);
    const { append } = buildEntryLog({ database, settings, siteKey, clock, random });
    const order = buildOrder({ settings, data, database, append, checkpoints, key, clock, host, visitors: false });
    const ordered = await order(folder, choice, onProgress);
    if (!ordered.ok) {
      return ordered;
    }
    const { result, cancel } = ordered.value;
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) {
      cancel();
    }
    return answer(await result);
  } finally {
    checkpoints.close();
    opened.close();
  }
}
