/** The daily erasing, long after everybody's time is over. For tests only, also in child processes. */
import type { WriteDatabase } from '../../../main/core/db/database.ts';
import { eraseDue } from '../../../main/core/erasure/erase-due.ts';
import { truncateWal } from '../../../main/core/erasure/erasure-sql.ts';
import { buildSettings } from '../settings.ts';

/** Long after everybody's time is over. */
const later = Date.parse('2029-01-15T04:30:00.000Z');

/** Erases everybody, as the daily work does. */
export function eraseAll(database: WriteDatabase): void {
  const work = eraseDue({ database, settings: buildSettings(), now: later, aheadMs: 0 });
  while (work.next().done !== true) {
    // batch after batch
  }
  truncateWal(database);
}
