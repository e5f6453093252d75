/**
 * An export by the kiosk that runs on the data folder: it writes the row and signs the head, and is asked through the
 * operator's door how far it is.
 * Runs in Node, for the CLI.
 */
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Answer,
  answer,
  type CallName,
  type ExportChoice,
  type ExportResult,
  ExportSnapshot,
  isErrorCode,
  type Problem,
  problem,
} from '../../contract/public.ts';
import { askLocalDoor } from '../../platform/local-door.ts';
import { CommandError } from '../command.ts';

/** How often it is asked, in milliseconds. */
const askEveryMs = 250;

export interface KioskExport {
  readonly data: string;
  /** An absolute path. */
  readonly folder: string;
  readonly choice: ExportChoice;
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Exports through the kiosk, up to the end.
 * @returns what was written, or why it was not begun; undefined when there is no kiosk that can be asked
 * @throws CommandError when the export failed or was cancelled, or the kiosk ended in its middle
 */
export async function exportThroughKiosk(order: KioskExport): Promise<Answer<ExportResult> | undefined> {
  const { data, folder, choice, onProgress, signal } = order;
  const started = await ask(data, 'export.start', { drive: folder, ...choice });
  if (started === undefined || !started.ok) {
    return started;
  }
  let snapshot = started.value;
  const { id } = snapshot;
  while (snapshot.state === 'running') {
    onProgress(snapshot.done, snapshot.total);
    await wait(askEveryMs, undefined, { signal }).catch(() => {});
    const next = await ask(data, signal.aborted ? 'export.cancel' : 'export.get', { id });
    if (next === undefined || !next.ok) {
      throw new CommandError('the kiosk ended before the export; start it and export again');
    }
    snapshot = next.value;
  }
  return readEnd(snapshot);
}

function readEnd(snapshot: Exclude<ExportSnapshot, { state: 'running' }>): Answer<ExportResult> {
  switch (snapshot.state) {
    case 'finished': {
      const { path, first, last, size, bytes } = snapshot;
      return answer({ path, first, last, size, bytes });
    }
    case 'failed':
      throw new CommandError(snapshot.message);
    case 'cancelled':
      throw new CommandError('The export was cancelled.');
  }
}

/** Asks once, and reads what comes. */
async function ask(data: string, name: CallName, input: unknown): Promise<Answer<ExportSnapshot> | undefined> {
  const came = await askLocalDoor(data, name, input);
  if (typeof came !== 'object' || came === null) {
    return undefined;
  }
  const snapshot = ExportSnapshot.safeParse('value' in came ? came.value : undefined);
  return snapshot.success
    ? answer(snapshot.data)
    : { ok: false, error: readProblem('error' in came ? came.error : {}) };
}

function readProblem(error: unknown): Problem {
  const given = typeof error === 'object' && error !== null ? error : {};
  const code = 'code' in given && isErrorCode(given.code) ? given.code : 'internal';
  const message = 'message' in given ? { message: String(given.message) } : {};
  const first: unknown = 'fields' in given && Array.isArray(given.fields) ? given.fields[0] : undefined;
  const path = typeof first === 'object' && first !== null && 'path' in first ? String(first.path) : undefined;
  return problem(code, { ...message, ...(path === undefined ? {} : { fields: [{ path, problem: 'not-allowed' }] }) })
    .error;
}
