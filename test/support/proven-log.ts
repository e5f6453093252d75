/** A data folder whose log has rows, a tree and signed heads, and a way to do wrong to it. For tests only. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openDataFolder } from '../../main/core/db/data-folder.ts';
import { buildEntryLog } from '../../main/core/entry-log/entry-log.ts';
import { buildCheckpoints } from '../../main/core/tree/checkpoints.ts';
import { openTerminalKey, type TerminalKey } from '../../main/core/tree/terminal-key.ts';
import { buildFiles } from '../../main/platform/files.ts';
import { buildSecrets } from '../../main/platform/secrets.ts';
import { buildFakeClock } from './fake-clock.ts';
import { buildFakeRandom } from './fake-random.ts';
import { buildSettings } from './settings.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

export interface ProvenLog {
  readonly data: string;
  readonly path: string;
  readonly key: TerminalKey;
  /** The notes that were signed, by their size. */
  readonly notes: ReadonlyMap<number, string>;
}

/** Makes a log of so many rows, with heads at the sizes. @param data where; default a new folder */
export function makeProvenLog(rows: number, heads: readonly number[], data = makeTemporaryFolder()): ProvenLog {
  const files = buildFiles();
  const random = buildFakeRandom();
  const folder = openDataFolder(data, files);
  const settings = buildSettings();
  const key = openTerminalKey(settings.site, buildSecrets(join(data, 'keys'), random, files));
  const clock = buildFakeClock();
  const { database } = folder;
  const log = buildEntryLog({ database, settings, siteKey: new Uint8Array(32).fill(7), clock, random });
  const checkpoints = buildCheckpoints({
    database,
    key,
    clock,
    onFault: (error) => {
      throw error;
    },
  });
  const notes = new Map<number, string>();
  for (let row = 1; row <= rows; row += 1) {
    log.append({
      outcome: 'admitted',
      channel: 'kiosk',
      purpose: 'visitor',
      status: 2,
      person: { fullName: `Asha ${row}`, mobileNumber: String(9_000_000_000 + row) },
    });
    clock.advance(1000);
    const note = heads.includes(row) ? checkpoints.sign()?.note : undefined;
    if (note !== undefined) {
      notes.set(row, note);
    }
  }
  checkpoints.close();
  folder.close();
  return { data, path: join(data, 'pravesh.db'), key, notes };
}

/** Changes the file as somebody does who can write to it: no trigger stands in the way. */
export function tamper(path: string, sql: string): void {
  const database = new Database(path);
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of triggers) {
    database.exec(`DROP TRIGGER ${String(name)}`);
  }
  database.pragma('ignore_check_constraints = ON');
  database.exec(sql);
  database.close();
}
