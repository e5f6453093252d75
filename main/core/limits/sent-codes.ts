/**
 * The codes that were sent in the last day, in memory as they are on the disk. An index on the disk would be in the
 * order of keyed hashes: each code would write a page of its own, and what moves between pages leaves copies that
 * `secure_delete` does not reach.
 */
import type { ReadDatabase } from '../db/database.ts';
import { selectSends } from './limits-sql.ts';

/** A row of the counter: its number, and when the code was sent (milliseconds since 1970). */
export interface Send {
  readonly id: number;
  readonly at: number;
}

export interface SentCodes {
  /** What was sent to a number. */
  of(numberRef: string): readonly Send[];
  add(numberRef: string, send: Send): void;
  remove(numberRef: string, send: Send): void;
  /** Forgets what was sent before that. */
  forget(before: number): void;
  /** Reads again what is on the disk. */
  reload(): void;
}

/** Reads what is on the disk, whatever the clock says: it may be set right later. */
export function openSentCodes(database: ReadDatabase): SentCodes {
  let byNumber = new Map<string, readonly Send[]>();
  const keep = (numberRef: string, sends: readonly Send[]): void => {
    if (sends.length > 0) {
      byNumber.set(numberRef, sends);
    } else {
      byNumber.delete(numberRef);
    }
  };
  const codes: SentCodes = {
    of: (numberRef) => byNumber.get(numberRef) ?? [],
    add: (numberRef, send) => keep(numberRef, [...codes.of(numberRef), send]),
    remove: (numberRef, { id }) =>
      keep(
        numberRef,
        codes.of(numberRef).filter((send) => send.id !== id),
      ),
    forget(before) {
      for (const [numberRef, sends] of byNumber) {
        keep(
          numberRef,
          sends.filter(({ at }) => at > before),
        );
      }
    },
    reload() {
      byNumber = new Map();
      for (const { id, numberRef, at } of selectSends(database)) {
        codes.add(numberRef, { id, at });
      }
    },
  };
  codes.reload();
  return codes;
}
