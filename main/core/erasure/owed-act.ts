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

/**
 * Remembers the act; inside the transaction of what it tells of, before which nothing was owed. `at` is ISO 8601 in UTC.
 * @param operator who did it, where that is known
 */
export function oweAct(
  database: WriteDatabase,
  channel: ActChannel,
  reason: string,
  at: string,
  operator?: string,
): void {
  const who = operator === undefined ? channel : `${channel}:${operator}`;
  upsertState(database, key, `${who} ${reason}`, at);
}

/** Writes the act that is owed, if one is. @returns whether none is owed any longer */
export function payAct(database: WriteDatabase, append: AppendAct): boolean {
  const owed = selectState(database, key);
  if (owed === undefined) {
    return true;
  }
  const [who = '', ...reason] = owed.split(' ');
  const [word = '', operator] = who.split(':');
  const channel: ActChannel = word === 'operator' ? word : 'kiosk';
  const act = { outcome: 'act', channel, reason: reason.join(' ') } as const;
  if (append(operator === undefined ? act : { ...act, operator }) === undefined) {
    return false;
  }
  transaction(database, () => deleteState(database, key));
  return true;
}
