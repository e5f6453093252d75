/**
 * Who of the roster is verified. It is read from the log itself, in slices, and holds until the log grows: nothing of it
 * is stored, so that nothing of it outlives the erasure of an entry. Part of the core.
 */
import type { RosterState, VaccinationStatus } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import { type CoveredPerson, type CurrentRoster, selectCovered, selectCurrent } from './roster-sql.ts';
import type { Turns } from './turns.ts';

/** People of one statement: some milliseconds at most, also from a disk that is slow. */
const peopleAtOnce = 100;

/** The coverage as it was when the log had so many rows. */
export interface Coverage extends CurrentRoster {
  /** The number of the newest row. */
  readonly newest: number;
  readonly rows: number;
  readonly byStatus: Readonly<Record<VaccinationStatus, number>>;
  /** The references of those without a verification, in their order. */
  readonly missing: readonly string[];
}

/** Reads everybody of a roster in the order of the references, in slices. */
export async function* readCovered(
  database: ReadDatabase,
  { generation }: CurrentRoster,
  turns: Turns,
): AsyncGenerator<readonly CoveredPerson[], void, void> {
  let after = '';
  for (;;) {
    const people = selectCovered(database, generation, { after, limit: peopleAtOnce });
    const last = people.at(-1);
    if (last === undefined) {
      return;
    }
    yield people;
    after = last.reference;
    if (turns.isOver()) {
      await turns.next();
    }
  }
}

/** Answers with the coverage of this moment, or nothing without a roster. @throws ClosingError */
export type ReadCoverage = () => Promise<Coverage | undefined>;

/** Builds it: who asks while it is being read gets the same answer. */
export function buildReadCoverage(database: ReadDatabase, beginTurns: () => Turns): ReadCoverage {
  let known: Coverage | undefined;
  let underWay: Promise<Coverage | undefined> | undefined;
  const read = async (): Promise<Coverage | undefined> => {
    const turns = beginTurns();
    for (;;) {
      const current = selectCurrent(database);
      known = current === undefined ? undefined : await count(database, current, turns);
      // Replaced while it was read: what was read is partly gone.
      if (isSame(current, selectCurrent(database))) {
        return known;
      }
    }
  };
  return () => {
    if (known !== undefined && isSame(known, selectCurrent(database)) && known.newest === selectNewest(database).seq) {
      return Promise.resolve(known);
    }
    underWay ??= read().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

function isSame(one: CurrentRoster | undefined, other: CurrentRoster | undefined): boolean {
  return one?.generation === other?.generation && one?.importedAt === other?.importedAt;
}

async function count(database: ReadDatabase, current: CurrentRoster, turns: Turns): Promise<Coverage> {
  const newest = selectNewest(database).seq;
  const byStatus = { 0: 0, 1: 0, 2: 0 };
  const missing: string[] = [];
  let rows = 0;
  for await (const people of readCovered(database, current, turns)) {
    rows += people.length;
    for (const { reference, status } of people) {
      if (status === null) {
        missing.push(reference);
      } else {
        byStatus[status] += 1;
      }
    }
  }
  return { ...current, newest, rows, byStatus, missing };
}

/** The coverage in numbers. */
export function describeCoverage(coverage: Coverage | undefined): RosterState {
  const { rows = 0, importedAt = null, missing = [], byStatus = { 0: 0, 1: 0, 2: 0 } } = coverage ?? {};
  return { rows, importedAt, verified: rows - missing.length, missing: missing.length, byStatus };
}
