/**
 * The act of an erasure is a row of its own, and comes after what it tells of. Until it is written the database itself
 * remembers that it is owed: whatever happens in between, no erasure goes without its row. Part of the core.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { EntryDraft } from '../entry-log/entry.ts';
import { deleteState, selectState, upsertState } from '../health/terminal-state-sql.ts';

const key = 'erase-act';

/** Who does it: the terminal by itself, or an operator. */
export type ActChannel = 'kiosk' | 'operator';

/** Writes a row; undefined when it could not be written, which has been reported. */
export type AppendAct = (draft: EntryDraft) => unknown;

/** Remembers the act; inside the transaction of what it tells of. `at` is ISO 8601 in UTC. */
export function oweAct(database: WriteDatabase, channel: ActChannel, reason: string, at: string): void {
  upsertState(database, key, `${channel} ${reason}`, at);
}

/** Writes the act that is owed, if one is. @returns whether none is owed any longer */
export function payAct(database: WriteDatabase, append: AppendAct): boolean {
  const owed = selectState(database, key);
  if (owed === undefined) {
    return true;
  }
  const [word = '', ...reason] = owed.split(' ');
  const channel: ActChannel = word === 'operator' ? word : 'kiosk';
  if (append({ outcome: 'act', channel, reason: reason.join(' ') }) === undefined) {
    return false;
  }
  transaction(database, () => deleteState(database, key));
  return true;
}
