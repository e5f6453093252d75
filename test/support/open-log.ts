/**
 * The entry log of a data folder with its tree and checkpoints, opened as the kiosk opens it, without a kiosk around
 * it. For tests only, also in child processes.
 */
import { join } from 'node:path';
import { openDataFolder } from '../../main/core/db/data-folder.ts';
import type { WriteDatabase } from '../../main/core/db/database.ts';
import type { AppendedEntry, EntryDraft } from '../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../main/core/entry-log/entry-log.ts';
import { buildCheckpoints, type Checkpoints } from '../../main/core/tree/checkpoints.ts';
import { openTerminalKey } from '../../main/core/tree/terminal-key.ts';
import { buildFiles } from '../../main/platform/files.ts';
import { buildRandom } from '../../main/platform/random.ts';
import { buildSecrets } from '../../main/platform/secrets.ts';
import { buildFakeClock, type FakeClock } from './fake-clock.ts';
import { buildSettings } from './settings.ts';

export interface OpenLog {
  readonly database: WriteDatabase;
  readonly checkpoints: Checkpoints;
  readonly clock: FakeClock;
  /** Writes a visit, or what is given instead of its fields. */
  append(draft?: Partial<EntryDraft>): AppendedEntry;
  /** Writes so many visits. */
  appendMany(count: number): void;
  close(): void;
}

/** Opens or makes it; the clock stands still until it is moved. */
export function openLog(data: string): OpenLog {
  const files = buildFiles();
  const random = buildRandom();
  const clock = buildFakeClock();
  const settings = buildSettings();
  const folder = openDataFolder(data, files);
  const { database } = folder;
  const secrets = buildSecrets(join(data, 'keys'), random, files);
  const key = openTerminalKey(settings.site, secrets);
  const onFault = (error: unknown) => {
    throw error;
  };
  const checkpoints = buildCheckpoints({ database, key, clock, onFault });
  const log = buildEntryLog({ database, settings, siteKey: secrets.key('site', 32), clock, random });
  const append: OpenLog['append'] = (draft = {}) => log.append({ ...visit, ...draft });
  return {
    database,
    checkpoints,
    clock,
    append,
    appendMany(count) {
      for (let row = 0; row < count; row += 1) {
        append();
      }
    },
    close() {
      checkpoints.close();
      folder.close();
    },
  };
}

const visit: EntryDraft = {
  outcome: 'admitted',
  channel: 'kiosk',
  purpose: 'visitor',
  status: 2,
  person: { fullName: 'Asha Kumari', mobileNumber: '9876543210' },
};
