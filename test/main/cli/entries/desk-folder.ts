/** A data folder with a configuration and visits of the last days, as a kiosk leaves it behind. For tests only. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesCommand } from '../../../../main/cli/commands/entries.ts';
import { parseConfig } from '../../../../main/core/config/parse-config.ts';
import { buildNotices } from '../../../../main/core/consent/notices.ts';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { keepNotice } from '../../../../main/core/entry-log/entries-sql.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { openLogReader } from '../../../../main/core/kiosk.ts';
import { buildPorts } from '../../../../main/platform/ports.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { collectIo } from '../collect-io.ts';

export const asha = { fullName: 'Asha Kumari', mobileNumber: '9876543210' };
const ravi = { fullName: 'Ravi Kumari', mobileNumber: '9876543210' };
const sita = { fullName: 'Sita Devi', mobileNumber: '9000000001' };

const dayMs = 24 * 60 * 60 * 1000;

const config = `site: {id: hq, name: Head Office, terminal: gate-1}
upstream: {baseUrl: "https://upstream.example/api", apiKey: key-of-the-test}
policy:
  purposes:
    visitor: {admit: [2]}
    employee: {admit: [2], keep: {min: 10 years, max: 11 years}}
privacy: {keep: {min: 1 day, max: 30 days}}
`;

/**
 * Asha came as a visitor and as an employee, Ravi on her number, Sita on another: three days ago, entries 1 to 4.
 * @returns the data folder
 */
export async function makeDeskFolder(): Promise<string> {
  const data = makeTemporaryFolder();
  const file = join(data, 'pravesh.yml');
  writeFileSync(file, config);
  const parsed = parseConfig(config, {
    file,
    folder: data,
    readFile: () => '',
    readBytes: () => new Uint8Array(),
    env: {},
  });
  if (!parsed.ok) {
    throw new Error('the configuration of the test is wrong');
  }
  const { settings } = parsed;
  const { ports, close } = buildPorts({ data });
  const folder = openDataFolder(data, ports.files);
  const notices = buildNotices(settings);
  for (const notice of notices.all) {
    keepNotice(folder.database, notice);
  }
  const [{ version, locale, hash }] = [notices.read('hi') ?? { version: '', locale: '', hash: '' }];
  const log = buildEntryLog({
    database: folder.database,
    settings,
    siteKey: ports.secrets.key('site', 32),
    clock: buildFakeClock(Date.now() - 3 * dayMs),
    random: ports.random,
  });
  const visits = [
    [asha, 'visitor'],
    [asha, 'employee'],
    [ravi, 'visitor'],
    [sita, 'visitor'],
  ] as const;
  for (const [person, purpose] of visits) {
    log.append({
      outcome: 'admitted',
      channel: 'kiosk',
      status: 2,
      purpose,
      person,
      consent: { version, locale, hash },
    });
  }
  folder.close();
  await close();
  return data;
}

/** Runs `pravesh entries`. */
export async function entries(...args: string[]) {
  const io = collectIo();
  return { code: await entriesCommand.run(args, io), out: io.outLines, err: io.errLines };
}

/** The rows of the log, read from the file without a look. */
export function rowsOf(data: string) {
  const reader = openLogReader({ data });
  try {
    return reader.list({ limit: 1000 });
  } finally {
    reader.close();
  }
}
