/** A data folder with rows, and exports of it by the real worker into real folders. For tests only. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, ExportChoice, ExportResult } from '../../main/contract/public.ts';
import { openDataFolder } from '../../main/core/db/data-folder.ts';
import type { EntryDraft } from '../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../main/core/entry-log/entry-log.ts';
import { exportLog } from '../../main/core/kiosk.ts';
import type { Clock, ExportHost } from '../../main/core/ports.ts';
import { buildFiles } from '../../main/platform/files.ts';
import { buildPorts } from '../../main/platform/ports.ts';
import { buildFakeClock } from './fake-clock.ts';
import { buildFakeRandom } from './fake-random.ts';
import { findRoot } from './root.ts';
import { buildSettings } from './settings.ts';

/** A visit whose person the log keeps in full. */
export const visit = (fullName: string, mobileNumber = '9876543210'): EntryDraft => ({
  outcome: 'admitted',
  channel: 'kiosk',
  purpose: 'visitor',
  status: 2,
  person: { fullName, mobileNumber },
});

export const settingsOfExports = buildSettings({
  privacy: { ...buildSettings().privacy, identity: 'full' },
});

/** Appends rows a minute apart; none of them need survive a loss of power. */
export function fillLog(data: string, drafts: readonly EntryDraft[], clock = buildFakeClock()): void {
  const folder = openDataFolder(data, buildFiles());
  const log = buildEntryLog({
    database: folder.database,
    settings: settingsOfExports,
    siteKey: new Uint8Array(32).fill(7),
    clock,
    random: buildFakeRandom(`${clock.now()}`),
  });
  folder.database.pragma('synchronous = OFF');
  for (const draft of drafts) {
    log.append(draft);
    clock.advance(60_000);
  }
  folder.close();
}

/** What an export needs of a host, with a page of the test. */
export function buildExportHost(folder: string, drives: ExportHost['drives'] = () => []): ExportHost {
  const page = join(folder, 'verify.html');
  writeFileSync(page, '<!doctype html><title>page of the test</title>');
  return { worker: join(findRoot(), 'main', 'cli', 'export-worker.ts'), page, drives };
}

export interface ExportRun {
  readonly data: string;
  readonly out: string;
  readonly host: ExportHost;
  readonly choice?: ExportChoice;
  readonly clock?: Clock;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Exports while no kiosk runs. */
export async function runExportLog(run: ExportRun): Promise<Answer<ExportResult>> {
  const { data, out, host, choice = {}, onProgress = () => {}, signal = new AbortController().signal } = run;
  const { ports, close } = buildPorts({ data });
  const clock = run.clock ?? ports.clock;
  try {
    const options = { settings: settingsOfExports, data, ports: { ...ports, clock }, host, folder: out };
    return await exportLog({ ...options, choice, onProgress, signal });
  } finally {
    await close();
  }
}

/** The files of an export folder by their names. */
export function readExport(path: string): Record<string, Buffer> {
  return Object.fromEntries(readdirSync(path).map((name) => [name, readFileSync(join(path, name))]));
}
