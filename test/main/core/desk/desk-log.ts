/** Operators at a desk, and a log with rows of every kind. For tests only. */
import type { Settings } from '../../../../main/core/config/settings.ts';
import { openDataFolder } from '../../../../main/core/db/data-folder.ts';
import type { WriteDatabase } from '../../../../main/core/db/database.ts';
import { fillSpans } from '../../../../main/core/desk/spans-sql.ts';
import type { Caller } from '../../../../main/core/dispatch/caller.ts';
import { catchUp } from '../../../../main/core/entry-index/catch-up.ts';
import type { EntryDraft, Outcome } from '../../../../main/core/entry-log/entry.ts';
import { buildEntryLog, type EntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { buildFiles } from '../../../../main/platform/files.ts';
import { buildRandom } from '../../../../main/platform/random.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { buildSettings } from '../../../support/settings.ts';

export const reception: Caller = {
  kind: 'operator',
  id: 'page-1',
  operator: { id: 'abc123', name: 'Meera', role: 'reception' },
};
export const manager: Caller = {
  kind: 'operator',
  id: 'page-2',
  operator: { id: 'xyz789', name: 'Vikram', role: 'manager' },
};

export const siteKey = Buffer.alloc(32, 7);

export interface DeskLog {
  readonly database: WriteDatabase;
  readonly log: EntryLog;
  readonly clock: FakeClock;
  /** Brings index and spans up to the newest row. */
  index(): void;
  close(): void;
}

/** Opens an empty log in a folder, without a kiosk around it. */
export function openDeskLog(data: string, replaced: Partial<Settings> = {}): DeskLog {
  const folder = openDataFolder(data, buildFiles());
  const { database } = folder;
  const clock = buildFakeClock();
  const settings = buildSettings(replaced);
  const log = buildEntryLog({ database, settings, siteKey, clock, random: buildRandom() });
  return {
    database,
    log,
    clock,
    index() {
      while (!(catchUp(database) && fillSpans(database))) {
        // one thousand after the other
      }
    },
    close: () => folder.close(),
  };
}

const outcomes: readonly Outcome[] = ['admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault', 'act'];
const names = ['Asha Kumari', 'Ravi Iyer', 'Asha Rao', 'Zoya Khan'];

/** A row of some kind: the same for the same number. */
export function draftOf(index: number): EntryDraft {
  // Some kinds come often, some hardly ever.
  const outcome = index % 97 === 0 ? 'act' : (outcomes[index % 6] ?? 'fault');
  const isDecision = outcome === 'admitted' || outcome === 'referred' || outcome === 'refused';
  const byOperator = outcome === 'act' || (isDecision && index % 41 === 0);
  const person = isDecision &&
    !byOperator && {
      fullName: names[index % names.length] ?? 'Asha',
      mobileNumber: String(9_000_000_000 + (index % 500)),
    };
  return {
    outcome,
    channel: byOperator ? 'operator' : index % 7 === 0 ? 'api' : 'kiosk',
    ...(outcome === 'act' ? {} : { purpose: index % 13 === 0 ? 'employee' : 'visitor' }),
    ...(byOperator ? { operator: index % 2 === 0 ? 'abc123' : 'xyz789', reason: 'No phone' } : {}),
    ...(isDecision && !byOperator ? { status: 2 } : {}),
    ...(person ? { person } : {}),
  };
}
