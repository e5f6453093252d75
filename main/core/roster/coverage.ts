/**
 * Who of the roster is verified. It is read from the log itself, in slices, and goes on from where it was when the log
 * has grown. It is kept in memory alone, and begins anew when somebody was erased: nothing of it outlives an entry.
 * Part of the core.
 */
import type { RosterState, VaccinationStatus } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import { readPeople } from './read-people.ts';
import { type CurrentRoster, hasErasure, selectCurrent, selectOfPerson } from './roster-sql.ts';
import { cellOf, findRowsOf } from './rows-of-people.ts';
import type { Turns } from './turns.ts';

/** After so many rows it is quicker to begin anew than to look through them for an erasure. */
const mostRowsLater = 10_000;

/** The newest verification of somebody. */
interface Verification {
  readonly seq: number;
  readonly status: VaccinationStatus;
}

/** The coverage as it was when the log had so many rows. */
export interface Coverage {
  readonly current: CurrentRoster;
  /** In their order, by their bytes. */
  readonly references: readonly string[];
  readonly verified: ReadonlyMap<string, Verification>;
}

interface Reading extends Coverage {
  readonly verified: Map<string, Verification>;
  /** Their references by their `subject_ref`. */
  readonly people: ReadonlyMap<string, string>;
  /** What the index has of their numbers. */
  readonly cells: ReadonlySet<number>;
  readTo: number;
}

/** Answers with the coverage of this moment, or nothing without a roster. @throws ClosingError */
export type ReadCoverage = () => Promise<Coverage | undefined>;

/** Builds it: who asks while it is being read gets the same answer. */
export function buildReadCoverage(database: ReadDatabase, beginTurns: () => Turns): ReadCoverage {
  let known: Reading | undefined;
  let underWay: Promise<Coverage | undefined> | undefined;
  const read = async (): Promise<Coverage | undefined> => {
    const turns = beginTurns();
    for (;;) {
      const current = selectCurrent(database);
      known = await goOn(database, current, known, turns);
      // Replaced while it was read: what was read is partly gone.
      if (isSame(current, selectCurrent(database))) {
        return known;
      }
    }
  };
  return () => {
    underWay ??= read().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

function isSame(one: CurrentRoster | undefined, other: CurrentRoster | undefined): boolean {
  return one?.generation === other?.generation && one?.importedAt === other?.importedAt;
}

async function goOn(
  database: ReadDatabase,
  current: CurrentRoster | undefined,
  known: Reading | undefined,
  turns: Turns,
): Promise<Reading | undefined> {
  if (current === undefined) {
    return undefined;
  }
  const newest = selectNewest(database).seq;
  const reading = holds(database, known, current, newest) ? known : await begin(database, current, turns);
  const range = { after: reading.readTo, upTo: newest };
  for (const { candidates, readTo } of findRowsOf(database, reading.cells, range)) {
    for (const seq of candidates) {
      noteVerification(database, reading, seq);
    }
    reading.readTo = readTo;
    if (turns.isOver()) {
      await turns.next();
    }
  }
  return reading;
}

/** Whether what is known is still true, as far as it goes. */
function holds(
  database: ReadDatabase,
  known: Reading | undefined,
  current: CurrentRoster,
  newest: number,
): known is Reading {
  return (
    known !== undefined &&
    isSame(known.current, current) &&
    newest - known.readTo <= mostRowsLater &&
    !hasErasure(database, known.readTo, newest)
  );
}

async function begin(database: ReadDatabase, current: CurrentRoster, turns: Turns): Promise<Reading> {
  const references: string[] = [];
  const people = new Map<string, string>();
  const cells = new Set<number>();
  await readPeople(database, current.generation, turns, ({ reference, ref }) => {
    references.push(reference);
    people.set(ref, reference);
    cells.add(cellOf(ref));
  });
  return { current, references, people, cells, verified: new Map(), readTo: 0 };
}

function noteVerification(database: ReadDatabase, { people, verified }: Reading, seq: number): void {
  const { ref = null, status = null } = selectOfPerson(database, seq) ?? {};
  const reference = ref === null ? undefined : people.get(ref);
  if (reference !== undefined && status !== null) {
    verified.set(reference, { seq, status });
  }
}

/** The coverage in numbers. */
export function describeCoverage(coverage: Coverage | undefined): RosterState {
  const byStatus = { 0: 0, 1: 0, 2: 0 };
  for (const { status } of coverage?.verified.values() ?? []) {
    byStatus[status] += 1;
  }
  const rows = coverage?.references.length ?? 0;
  const verified = coverage?.verified.size ?? 0;
  return { rows, importedAt: coverage?.current.importedAt ?? null, verified, missing: rows - verified, byStatus };
}
