/** A roster over a real database in a folder of its own. For tests only. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import type { WriteDatabase } from '../../../../main/core/db/database.ts';
import type { EntryDraft, Person } from '../../../../main/core/entry-log/entry.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import type { Clock } from '../../../../main/core/ports.ts';
import { openRoster, type Roster, type RosterHandlers } from '../../../../main/core/roster/roster-handlers.ts';
import { buildClock } from '../../../../main/platform/clock.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildRandom } from '../../../../main/platform/random.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { siteKey } from './people.ts';

export interface RosterRig {
  readonly data: string;
  readonly database: WriteDatabase;
  readonly roster: Roster;
  readonly handlers: RosterHandlers;
  /** What went wrong beside the answers. */
  readonly faults: unknown[];
  /** Writes a row of the log. */
  append(draft: EntryDraft): void;
  /** Writes a visit that the upstream decided. */
  visit(person: Person, status: 0 | 1 | 2): void;
  /** The reasons of the acts in the log. */
  acts(): string[];
  /** Makes every append fail, as on a full disk. */
  failAppends(): void;
  /** Closes the roster and opens another on the same database. */
  reopen(): Promise<RosterRig>;
}

export interface RosterRigOptions {
  readonly data?: string;
  readonly identity?: 'none' | 'masked';
  readonly clock?: Clock;
  /** Looks at, or stands before, the handle that the roster gets. */
  readonly around?: (database: WriteDatabase) => WriteDatabase;
}

/** Opens it; it is closed when the test ends. */
export function openRosterRig(options: RosterRigOptions = {}): RosterRig {
  const { data = join(makeTemporaryFolder(), 'data'), identity = 'masked', clock = buildClock() } = options;
  const folder = openDataFolder(data, buildFiles());
  const { database } = folder;
  const base = buildSettings();
  const settings = { ...base, privacy: { ...base.privacy, identity } };
  const log = buildEntryLog({ database, settings, siteKey, clock, random: buildRandom() });
  const faults: unknown[] = [];
  let isFailing = false;
  const open = () =>
    openRoster({
      database: options.around?.(database) ?? database,
      settings,
      siteKey,
      append: (draft) => (isFailing ? undefined : log.append(draft)),
      clock,
      onFault: (error) => faults.push(error),
    });
  let isOpen = true;
  const close = async (roster: Roster) => {
    if (isOpen) {
      isOpen = false;
      await roster.close();
      folder.close();
    }
  };
  const roster = open();
  onTestFinished(() => close(roster));
  return {
    data,
    database,
    roster,
    handlers: roster.handlers,
    faults,
    append: (draft) => void log.append(draft),
    visit: (person, status) =>
      void log.append({ outcome: 'admitted', channel: 'kiosk', purpose: 'employee', status, person }),
    acts: () =>
      database.prepare<[], string>("SELECT reason FROM entries WHERE outcome = 'act' ORDER BY seq").pluck().all(),
    failAppends() {
      isFailing = true;
    },
    async reopen() {
      await close(roster);
      return openRosterRig({ ...options, data });
    },
  };
}

/** What a call answers, which must be well. */
export async function expectValue<T>(
  answered: Promise<{ ok: boolean; value?: T }> | { ok: boolean; value?: T },
): Promise<T> {
  const { ok, value } = await answered;
  if (!ok || value === undefined) {
    throw new Error(`the call was not answered well: ${JSON.stringify(await answered)}`);
  }
  return value;
}
