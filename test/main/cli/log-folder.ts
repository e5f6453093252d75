/** A data folder with a few rows in its log, as a kiosk leaves it behind. For tests only. */
import { openDataFolder } from '../../../main/core/db/data-folder.ts';
import { keepNotice } from '../../../main/core/entry-log/entries-sql.ts';
import type { EntryDraft } from '../../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../../main/core/entry-log/entry-log.ts';
import { buildFiles } from '../../../main/platform/files.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';
import { buildFakeRandom } from '../../support/fake-random.ts';
import { buildSettings } from '../../support/settings.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const consent = { version: '1', locale: 'hi', hash: 'a'.repeat(64) };

/** Visits and acts of all kinds. */
export const drafts: readonly EntryDraft[] = [
  {
    outcome: 'declined',
    channel: 'kiosk',
    purpose: 'visitor',
    consent,
  },
  {
    outcome: 'admitted',
    channel: 'kiosk',
    purpose: 'employee',
    status: 2,
    person: { fullName: 'Asha Kumari', mobileNumber: '9876543210' },
  },
  {
    outcome: 'fault',
    channel: 'kiosk',
    purpose: 'visitor',
    reason: 'upstream-unavailable',
    person: { fullName: 'आशा कुमारी', mobileNumber: '9876543211' },
  },
  { outcome: 'act', channel: 'operator', reason: 'say \u001b[31mred\u202e' },
];

/** Writes the rows, a minute apart, and closes the log. @returns the data folder */
export function makeLogFolder(rows = drafts): string {
  const data = makeTemporaryFolder();
  const folder = openDataFolder(data, buildFiles());
  const clock = buildFakeClock();
  const log = buildEntryLog({
    database: folder.database,
    settings: buildSettings(),
    siteKey: new Uint8Array(32).fill(7),
    clock,
    random: buildFakeRandom(),
  });
  keepNotice(folder.database, { ...consent, text: 'the notice' });
  for (const draft of rows) {
    log.append(draft);
    clock.advance(60_000);
  }
  folder.close();
  return data;
}
