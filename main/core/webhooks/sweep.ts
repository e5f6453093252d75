/** Forgets events whose time is over, and with them the verification and the nonce that they name. Part of the core. */
import { transaction, type WriteDatabase } from '../db/database.ts';
import { deleteEvent, selectOld } from './outbox-sql.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What was delivered may be sent once more for so long. */
const deliveredKeptMs = 30 * dayMs;

/** What was given up stays for somebody to mend the receiver. */
const deadKeptMs = 90 * dayMs;

/** Events looked at in one go: a few milliseconds. */
const batch = 500;

/** One pass, oldest first; each step is a batch. Events that wait are never forgotten. */
export function* sweepOutbox(database: WriteDatabase, now: number): Generator<void, void, void> {
  const before = (ms: number) => new Date(now - ms).toISOString();
  const [deliveredBefore, deadBefore] = [before(deliveredKeptMs), before(deadKeptMs)];
  for (let after = 0; ; ) {
    const old = selectOld(database, after, deliveredBefore, batch);
    const last = old.at(-1);
    if (last === undefined) {
      return;
    }
    const due = old.filter(({ state, at }) => state === 'delivered' || (state === 'dead' && at < deadBefore));
    transaction(database, () => {
      for (const { seq } of due) {
        deleteEvent(database, seq);
      }
    });
    after = last.seq;
    yield;
  }
}
