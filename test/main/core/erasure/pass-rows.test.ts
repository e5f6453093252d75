/** A row that a pass decided carries a status of an earlier visit: it vouches for no clock. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { isTimeTrusted } from '../../../../main/core/erasure/trusted-time.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildRandom } from '../../../../main/platform/random.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const yearMs = 365 * 24 * 60 * 60 * 1000;
const visit: EntryDraft = { outcome: 'admitted', channel: 'kiosk', purpose: 'employee', status: 2 };

test('only an answer of this very visit says how late it is', () => {
  const { database, close } = openDataFolder(join(makeTemporaryFolder(), 'data'), buildFiles());
  onTestFinished(close);
  const clock = buildFakeClock();
  const siteKey = new Uint8Array(32).fill(1);
  const log = buildEntryLog({ database, settings: buildSettings(), siteKey, clock, random: buildRandom() });
  log.append(visit);
  clock.jump(3 * yearMs);
  log.append({ ...visit, reason: 'pass 019b9f4e-0000-7000-8000-0123456789ab' });
  expect(isTimeTrusted(database, clock.now())).toBe(false);
  log.append(visit);
  expect(isTimeTrusted(database, clock.now())).toBe(true);
});
