/**
 * Who is inside: those who were admitted and have not left since. Everything is in the log and can be told from it
 * alone: from the last `inside-close` on, each admission lets one in, and `check-out N` lets number N out. What is
 * kept beside the log only saves reading it again. Part of the core.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import { deleteState, type Passage, replaceState, selectPassages, selectPeople, selectReadTo } from './inside-sql.ts';

/** Rows after which the state is kept again; so many are read again at the next start, or a few more. */
const keepEvery = 500;
const pageRows = 5_000;

/** The names of the acts. A closing may be told late, when others have come in again: it names the last who had gone. */
export const closeAct = 'inside-close';
export const lateCloseAct = (seq: number) => `inside-close: up to ${seq}`;
export const checkOutAct = (seq: number) => `check-out ${seq}`;

/** People by the number of their entry, those who came first first; with the time, where it can be relied on. */
export type People = ReadonlyMap<number, string | undefined>;

export interface Presence {
  /** Who is inside at this moment. */
  people(): People;
  /** Keeps the state; a fault only means that more is read at the next start. */
  keep(): void;
}

/** Reads on from what the last run kept. */
export function buildPresence(database: WriteDatabase, onFault: (error: unknown) => void): Presence {
  let readTo = selectReadTo(database) ?? selectNewest(database).seq;
  let keptTo = readTo;
  const people = new Map<number, string | undefined>();
  for (const passage of selectPeople(database)) {
    pass(people, passage);
  }

  const keep = () => {
    try {
      transaction(database, () => replaceState(database, readTo, people.keys()));
    } catch (error) {
      onFault(error);
    }
    // Also after a fault: the next try is for the next rows.
    keptTo = readTo;
  };
  const readOn = () => {
    const until = selectNewest(database).seq;
    for (let after = readTo; after < until; ) {
      const page = selectPassages(database, { after, until, limit: pageRows });
      for (const passage of page) {
        pass(people, passage);
      }
      after = page.length < pageRows ? until : (page.at(-1)?.seq ?? until);
    }
    readTo = until;
  };
  return {
    people() {
      readOn();
      if (readTo - keptTo >= keepEvery) {
        keep();
      }
      return people;
    },
    keep,
  };
}

/** Nobody is counted any longer: whoever counts again begins with nobody. */
export function forgetPresence(database: WriteDatabase): void {
  if (selectReadTo(database) !== undefined) {
    transaction(database, () => deleteState(database));
  }
}

/** What one row does to who is inside. */
function pass(people: Map<number, string | undefined>, { seq, at, clock, outcome, reason }: Passage): void {
  if (outcome === 'admitted') {
    people.set(seq, clock === 'ok' ? at : undefined);
    return;
  }
  const [, out] = /^check-out (\d+)$/.exec(reason ?? '') ?? [];
  const [, upTo] = /^inside-close: up to (\d+)$/.exec(reason ?? '') ?? [];
  if (out !== undefined) {
    people.delete(Number(out));
  } else if (reason === closeAct) {
    people.clear();
  } else if (upTo !== undefined) {
    for (const inside of people.keys()) {
      if (inside <= Number(upTo)) {
        people.delete(inside);
      }
    }
  }
}
