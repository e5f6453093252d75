/** The people of the roster, page by page and as a table. Part of the core. */
import {
  type Answer,
  answer,
  type OutputOf,
  problem,
  type RosterFilter,
  type RosterPage,
} from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { ReadDatabase } from '../db/database.ts';
import { type ReadCoverage, readCovered } from './coverage.ts';
import { tableHead, tableLine } from './coverage-table.ts';
import { selectCovered, selectCurrent } from './roster-sql.ts';
import type { Turns } from './turns.ts';

/** People of a page, where nobody says how many. */
const usualLimit = 50;

/** A page in the order of the references; without a roster an empty one. @throws ClosingError */
export async function listRoster(
  database: ReadDatabase,
  readCoverage: ReadCoverage,
  { missing = false, after = '', limit = usualLimit }: RosterFilter,
): Promise<Answer<RosterPage>> {
  if (missing) {
    const all = (await readCoverage())?.missing ?? [];
    const from = firstAfter(all, after);
    const people = all
      .slice(from, from + limit + 1)
      .map((reference) => ({ reference, status: null, at: null, seq: null }));
    return answer(pageOf(people, limit));
  }
  const current = selectCurrent(database);
  const people = current === undefined ? [] : selectCovered(database, current.generation, { after, limit: limit + 1 });
  return answer(pageOf(people, limit));
}

/** One more than the page holds tells that another one follows. */
function pageOf(people: RosterPage['people'], limit: number): RosterPage {
  const page = people.slice(0, limit);
  return { people: page, next: people.length > limit ? (page.at(-1)?.reference ?? null) : null };
}

/** The position of the first reference after this one, in SQLite's order: by their bytes. */
function firstAfter(references: readonly string[], after: string): number {
  const mark = Buffer.from(after);
  let [low, high] = [0, references.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (Buffer.compare(Buffer.from(references[middle] ?? ''), mark) > 0) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** The whole coverage as a table, and a name for the file. @throws ClosingError */
export async function writeCoverage(
  database: ReadDatabase,
  { site, at, turns }: { readonly site: Settings['site']; readonly at: Date; readonly turns: Turns },
): Promise<Answer<OutputOf<'roster.coverage'>>> {
  const current = selectCurrent(database);
  if (current === undefined) {
    return problem('not-found');
  }
  const lines = [tableHead];
  for await (const people of readCovered(database, current, turns)) {
    lines.push(people.map(tableLine).join(''));
  }
  const day = at.toISOString().slice(0, 10);
  return answer({ name: `pravesh-coverage-${site.id}-${day}.csv`, csv: lines.join('') });
}
