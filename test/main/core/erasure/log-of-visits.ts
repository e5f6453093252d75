/** A log of visits on a clock that a test moves, and what is left of persons in its files. For tests only. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { Settings } from '../../../../main/core/config/settings.ts';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import { beginningOf, names, searchableName } from '../../../../main/core/entry-index/cells.ts';
import { selectEntries } from '../../../../main/core/entry-log/entries-sql.ts';
import type { EntryDraft, EntryRow } from '../../../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { startHousekeeping } from '../../../../main/core/erasure/housekeeping.ts';
import { buildTreeReader } from '../../../../main/core/tree/tree.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildRandom } from '../../../../main/platform/random.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

export const hourMs = 60 * 60 * 1000;
export const dayMs = 24 * hourMs;

/** Opens a log whose rows hold whole names and numbers. */
export function openLogOfVisits(replaced: Partial<Settings> = {}, data = makeTemporaryFolder()) {
  const base = buildSettings();
  const settings = { ...base, privacy: { ...base.privacy, identity: 'full' as const }, ...replaced };
  const folder = openDataFolder(data, buildFiles());
  const { database } = folder;
  const clock = buildFakeClock();
  const log = buildEntryLog({ database, settings, siteKey: new Uint8Array(32).fill(7), clock, random: buildRandom() });
  const faults: unknown[] = [];
  const warnings: string[] = [];
  onTestFinished(() => folder.close());
  return {
    data,
    settings,
    database,
    clock,
    log,
    faults,
    warnings,
    tree: buildTreeReader(database),
    close: () => folder.close(),
    rows: () => selectEntries(database, 100_000),
    /** Somebody is admitted. */
    visit: (draft: Partial<EntryDraft> = {}) =>
      log.append({ ...nextVisitor(), outcome: 'admitted', status: 2, policy: 'visitor@0', ...draft }),
    /** Somebody leaves before the upstream has answered. */
    visitInVain: () => log.append({ ...nextVisitor(), outcome: 'not-verified', reason: 'cancelled' }),
    start() {
      return startHousekeeping({
        database,
        settings,
        data,
        append: (draft) => log.append(draft),
        clock,
        logger: {
          info: () => {},
          warn: (event) => void warnings.push(event),
          error: (event) => void warnings.push(event),
        },
        onFault: (error) => void faults.push(error),
      });
    },
  };
}

let visitors = 0;

function nextVisitor(): Pick<EntryDraft, 'channel' | 'purpose' | 'person'> {
  visitors += 1;
  const fullName = `Zebulon Quartermain ${'x'.repeat(visitors % 40)}`;
  return { channel: 'kiosk', purpose: 'visitor', person: { fullName, mobileNumber: String(6_100_000_000 + visitors) } };
}

/** The numbers of the rows that still hold something of a person. */
export function heldIn(rows: readonly EntryRow[]): number[] {
  const subject = ({ subject_ref, subject_name, subject_mobile, subject_salt }: EntryRow) => [
    subject_ref,
    subject_name,
    subject_mobile,
    subject_salt,
  ];
  return rows.filter((row) => subject(row).some((column) => column !== null)).map(({ seq }) => seq);
}

/** Everything that would tell of a person, as bytes. */
export function tracesOf(rows: readonly EntryRow[]): Buffer[] {
  return rows.flatMap(({ subject_name, subject_mobile, subject_ref, subject_salt }) =>
    [
      Buffer.from(subject_name ?? ''),
      Buffer.from(subject_mobile ?? ''),
      Buffer.from(subject_ref ?? ''),
      Buffer.from(subject_salt ?? '', 'hex'),
    ].filter(({ length }) => length > 0),
  );
}

/** What the index would tell of them: how their names begin, and the numbers of rows side by side; of up to 250 rows. */
export function indexTracesOf(rows: readonly EntryRow[]): Buffer[] {
  const people = rows.slice(0, 250);
  const numbers = people.map(({ subject_ref }) => subject_ref?.slice(0, 8) ?? '').join('');
  const begun = people.map(({ subject_name }) => Buffer.from(beginningOf(names, searchableName(subject_name ?? ''))));
  return [...begun, Buffer.from(numbers, 'hex').subarray(0, 8), Buffer.from(numbers, 'hex').subarray(-8)];
}

/** How many of the traces are in any file of the folder. */
export function countTraces(data: string, traces: readonly Buffer[]): number {
  const entries = readdirSync(data, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(files.length).toBeGreaterThan(0);
  return traces.filter((trace) => files.some((bytes) => bytes.includes(trace))).length;
}
