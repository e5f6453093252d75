/** A data folder with a log of a million rows, as a kiosk would have written them over the years. Part of `npm run bench`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseName } from '../../main/core/db/data-folder.ts';
import { openForWriting, transaction } from '../../main/core/db/database.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { rebuildIndex } from '../../main/core/entry-index/catch-up.ts';
import { keepNotice } from '../../main/core/entry-log/entries-sql.ts';
import type { EntryDraft } from '../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../main/core/entry-log/entry-log.ts';
import type { Clock } from '../../main/core/ports.ts';
import { buildCheckpoints } from '../../main/core/tree/checkpoints.ts';
import { openTerminalKey } from '../../main/core/tree/terminal-key.ts';
import { buildClock } from '../../main/platform/clock.ts';
import { buildFiles } from '../../main/platform/files.ts';
import { buildRandom } from '../../main/platform/random.ts';
import { buildSecrets } from '../../main/platform/secrets.ts';
import { buildSettings } from '../support/settings.ts';
import { consent, draftOf } from './append.ts';

/** How many visits the log holds before it is measured. */
export const largeRows = 1_000_000;

/** One commit for so many: the rows are the same, only the disk is waited for less often. */
const rowsACommit = 20_000;

/** What a log is made of: the row of each number, from 0 on, and the clock that it is written by. */
export interface LogContent {
  readonly draftOf: (row: number) => EntryDraft;
  readonly clock: Clock;
}

/** Makes the log: each row by the core's own log, a signed head after every hundred. @returns its data folder */
export function makeLargeLog(folder: string, content: LogContent = { draftOf, clock: buildClock() }): string {
  const data = join(folder, 'data');
  mkdirSync(data);
  const files = buildFiles();
  const database = openForWriting(join(data, databaseName));
  // A commit need not survive a loss of power here.
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -262144');
  migrate(database);
  const settings = buildSettings();
  const { clock } = content;
  const random = buildRandom();
  const secrets = buildSecrets(join(data, 'keys'), random, files);
  const key = openTerminalKey(settings.site, secrets);
  const log = buildEntryLog({ database, settings, siteKey: secrets.key('site', 32), clock, random });
  const onFault = (error: unknown) => {
    throw error;
  };
  const checkpoints = buildCheckpoints({ database, key, clock, onFault });
  keepNotice(database, { ...consent, text: 'The text of a notice.' });
  for (let row = 0; row < largeRows; row += rowsACommit) {
    transaction(database, () => {
      for (let next = row; next < Math.min(largeRows, row + rowsACommit); next += 1) {
        checkpoints.noteRow(log.append(content.draftOf(next)).seq);
      }
    });
  }
  checkpoints.close();
  rebuildIndex(database);
  database.close();
  return data;
}

/** Writes the configuration of the terminal whose log this is. @returns its path */
export function writeConfig(folder: string, upstreamUrl: string): string {
  const { site, policy } = buildSettings();
  const { visitor } = policy.purposes;
  const path = join(folder, 'pravesh.yml');
  // JSON is YAML as well.
  const config = {
    site,
    upstream: {
      baseUrl: `${upstreamUrl}/api`,
      apiKey: 'key-of-the-bench',
      signature: 'required',
      jwks: `${upstreamUrl}/.well-known/jwks.json`,
    },
    policy: { purposes: { visitor: { admit: visitor?.admit, refer: visitor?.refer } } },
    // The measurements are many visitors at one terminal.
    limits: { upstream: { calls: 10_000_000, seconds: 300 } },
    privacy: { contact: { desk: 'Reception' } },
  };
  writeFileSync(path, JSON.stringify(config));
  return path;
}
