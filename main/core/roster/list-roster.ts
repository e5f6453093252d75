/** The people of the roster, page by page and as a table. Part of the core. */
import {
  type Answer,
  answer,
  type OutputOf,
  problem,
  type RosterFilter,
  type RosterLine,
  type RosterPage,
} from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { ReadDatabase } from '../db/database.ts';
import type { Coverage, ReadCoverage } from './coverage.ts';
import { tableHead, tableLine } from './coverage-table.ts';
import { selectTime } from './roster-sql.ts';
import type { Turns } from './turns.ts';

/** People of a page, where nobody says how many. */
const usualLimit = 50;

/** A page in the order of the references; without a roster an empty one. @throws ClosingError */
export async function listRoster(
  database: ReadDatabase,
  readCoverage: ReadCoverage,
  { missing = false, after, limit = usualLimit }: RosterFilter,
): Promise<Answer<RosterPage>> {
  const coverage = await readCoverage();
  if (coverage === undefined) {
    return answer({ people: [], next: null });
  }
  const { references, verified } = coverage;
  const people: RosterLine[] = [];
  for (let at = after === undefined ? 0 : positionAfter(references, after); at < references.length; at += 1) {
    const reference = references[at] ?? '';
    if (people.length === limit) {
      // One more than the page holds: another one follows.
      return answer({ people, next: people.at(-1)?.reference ?? null });
    }
    if (!missing || !verified.has(reference)) {
      people.push(lineOf(database, coverage, reference));
    }
  }
  return answer({ people, next: null });
}

function lineOf(database: ReadDatabase, { verified }: Coverage, reference: string): RosterLine {
  const found = verified.get(reference);
  return found === undefined
    ? { reference, status: null, at: null, seq: null }
    : { reference, status: found.status, at: selectTime(database, found.seq), seq: found.seq };
}

/** The position of the first reference after this one. They are in SQLite's order, by their bytes. */
function positionAfter(references: readonly string[], after: string): number {
  const mark = Buffer.from(after);
  let [low, high] = [0, references.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (Buffer.compare(Buffer.from(references[middle] ?? ''), mark) > 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** The whole coverage as a table, and a name for the file; `not-found` without a roster. @throws ClosingError */
export async function writeCoverage(
  database: ReadDatabase,
  readCoverage: ReadCoverage,
  { site, at, turns }: { readonly site: Settings['site']; readonly at: Date; readonly turns: Turns },
): Promise<Answer<OutputOf<'roster.coverage'>>> {
  const coverage = await readCoverage();
  if (coverage === undefined) {
    return problem('not-found');
  }
  const lines = [tableHead];
  for (const reference of coverage.references) {
    lines.push(tableLine(lineOf(database, coverage, reference)));
    if (turns.isOver()) {
      await turns.next();
    }
  }
  return answer({ name: `pravesh-coverage-${site.id}-${at.toISOString().slice(0, 10)}.csv`, csv: lines.join('') });
}
