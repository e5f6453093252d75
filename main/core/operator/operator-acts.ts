/**
 * The rows of what operators do (O3). A row stands in a transaction of the log's own, so the act is remembered as owed
 * in the transaction of what it tells of, and paid when its row is there: whatever happens in between, no try, no change
 * and no code goes without its row. Part of the core.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { EntryDraft } from '../entry-log/entry.ts';
import { deleteOwedAct, insertOwedAct, selectOwedActs } from './operators-sql.ts';

/** Writes a row; undefined when it could not be written, which has been reported. */
export type AppendAct = (draft: EntryDraft) => unknown;

/** An act that is remembered until its row is there. */
export interface OwedActs {
  /** Remembers it; inside the transaction of what it tells of. */
  owe(operator: string, reason: string): number;
  /** Writes the row of an act that is owed, and of those that could not be written before. @returns whether all are there */
  pay(id: number): boolean;
  /** It came to something else: no row. Inside a transaction. */
  forget(id: number): void;
  /** Writes the rows that the last run of the program left owed. */
  payAll(): void;
  /** Writes a row of something that changes nothing on the disk. @returns whether it is there */
  note(operator: string, reason: string): boolean;
}

/** Builds it over an open database. */
export function buildOwedActs(database: WriteDatabase, append: AppendAct): OwedActs {
  const note: OwedActs['note'] = (operator, reason) =>
    append({ outcome: 'act', channel: 'operator', operator, reason }) !== undefined;
  /** Rows that could not be written, for the next time that one can. */
  const unpaid = new Set<number>();
  const payOne = (id: number): boolean => {
    const owed = selectOwedActs(database).find((act) => act.id === id);
    if (owed === undefined || !note(owed.operator, owed.reason)) {
      unpaid.add(id);
      return false;
    }
    transaction(database, () => deleteOwedAct(database, id));
    unpaid.delete(id);
    return true;
  };
  const pay: OwedActs['pay'] = (id) => {
    const isPaid = payOne(id);
    return isPaid && [...unpaid].every(payOne);
  };
  return {
    owe: (operator, reason) => insertOwedAct(database, operator, reason),
    pay,
    forget: (id) => deleteOwedAct(database, id),
    payAll() {
      for (const { id } of selectOwedActs(database)) {
        pay(id);
      }
    },
    note,
  };
}

/**
 * Runs a change that owes its row, in one transaction, and then writes the row.
 * @param body answers what the row says; undefined changes nothing, and then there is no row
 */
export function changeWithAct<T>(
  { database, acts }: { readonly database: WriteDatabase; readonly acts: OwedActs },
  actor: string,
  body: () => { readonly reason: string; readonly value: T } | undefined,
): T | undefined {
  const done = transaction(database, () => {
    const changed = body();
    return changed && { value: changed.value, owed: acts.owe(actor, changed.reason) };
  });
  if (done !== undefined) {
    acts.pay(done.owed);
  }
  return done?.value;
}
