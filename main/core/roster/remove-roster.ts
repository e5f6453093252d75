/** What is no roster any longer goes: at an operator's word, or because it never became one. Part of the core. */
import { type Answer, answer, problem } from '../../contract/public.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import { truncateWal } from '../erasure/erasure-sql.ts';
import { oweAct, payAct } from '../erasure/owed-act.ts';
import type { RosterWriteParts } from './import-roster.ts';
import { countPeople, deleteCurrent, deletePeople, selectCurrent, selectStale } from './roster-sql.ts';
import type { Turns } from './turns.ts';

/** People that go by one statement. */
const peopleAtOnce = 100;

/** Ends the roster that holds; its people are then swept. Without a roster nothing is done, and no row written. */
export function removeRoster(
  { database, append, clock }: RosterWriteParts,
  operator: string | undefined,
): Answer<{ removed: number }> {
  const current = selectCurrent(database);
  if (current === undefined) {
    return answer({ removed: 0 });
  }
  if (!payAct(database, append)) {
    return problem('log-unavailable');
  }
  const removed = countPeople(database, current.generation);
  transaction(database, () => {
    deleteCurrent(database);
    oweAct(database, 'operator', 'roster-remove', new Date(clock.now()).toISOString(), operator);
  });
  payAct(database, append);
  return answer({ removed });
}

/**
 * Deletes, slice by slice, whoever is of no roster that holds: of one that was replaced or removed, or of an import that
 * did not come to its end.
 * @throws ClosingError, or the library's SqliteError
 */
export async function sweepRoster(database: WriteDatabase, turns: Turns): Promise<void> {
  const slice = (generation: number): void => {
    while (deletePeople(database, generation, peopleAtOnce) > 0 && !turns.isOver()) {
      // until the slice is over, or nobody is left
    }
  };
  const findStale = () => selectStale(database, selectCurrent(database)?.generation ?? 0);
  let swept = false;
  for (let stale = findStale(); stale !== undefined; stale = findStale()) {
    const generation = stale;
    transaction(database, () => slice(generation));
    swept = true;
    await turns.next();
  }
  if (swept) {
    // A keyed reference is of a person too. A reader in the way: the hour's round comes to it.
    truncateWal(database);
  }
}
