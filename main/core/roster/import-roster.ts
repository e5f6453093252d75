/**
 * A roster comes in, wholly or not at all. People are written in slices that nobody sees; one short transaction at the
 * end makes them the roster, and remembers the row that is owed for it. Part of the core.
 */

import { type Answer, answer, problem, type RosterImported, type RosterMapping } from '../../contract/public.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import { buildKeyedHash } from '../entry-log/keyed-hash.ts';
import { subjectRef } from '../entry-log/subject.ts';
import { type AppendAct, oweAct, payAct } from '../erasure/owed-act.ts';
import type { Clock } from '../ports.ts';
import { readPeople } from './read-people.ts';
import { readRoster } from './read-roster.ts';
import { insertPerson, type KeptPerson, selectCurrent, upsertCurrent } from './roster-sql.ts';
import type { Turns } from './turns.ts';

export interface RosterWriteParts {
  readonly database: WriteDatabase;
  /** The key of the site, 32 bytes. */
  readonly siteKey: Uint8Array;
  readonly append: AppendAct;
  readonly clock: Pick<Clock, 'now'>;
}

/** A file and what its columns are. */
export interface RosterFile {
  readonly text: string;
  readonly mapping: RosterMapping;
}

/**
 * Makes the file the roster. Of generations that do not hold there is nothing when it begins.
 * @param operator whom the row names
 * @returns `invalid-input` when a line cannot be taken; nothing has changed then
 * @throws ClosingError, or the library's SqliteError; the roster of before holds then
 */
export async function importRoster(
  parts: RosterWriteParts,
  { text, mapping }: RosterFile,
  operator: string | undefined,
  turns: Turns,
): Promise<Answer<RosterImported>> {
  const siteHash = buildKeyedHash(parts.siteKey);
  const people: KeptPerson[] = [];
  const { rows, good, problems } = await readRoster(text, mapping, turns, ({ reference, person }) => {
    people.push({ reference, ref: subjectRef(siteHash, person) });
  });
  if (problems.length > 0 || good === 0) {
    return refuse(rows, good);
  }
  const { database, append, clock } = parts;
  if (!payAct(database, append)) {
    return problem('log-unavailable');
  }
  const current = selectCurrent(database)?.generation ?? 0;
  const generation = current + 1;
  await stage(database, people, generation, turns);
  const changes = await compare(database, current, people, turns);
  const importedAt = new Date(clock.now()).toISOString();
  transaction(database, () => {
    upsertCurrent(database, { generation, importedAt });
    oweAct(database, 'operator', `roster-import ${people.length}`, importedAt, operator);
  });
  payAct(database, append);
  return answer({ rows: people.length, ...changes });
}

function refuse(rows: number, good: number): Answer<never> {
  const message =
    rows === 0
      ? 'The file has no lines with people. Nothing was changed.'
      : `${good} of ${rows} lines can be taken, and all must be. Nothing was changed.`;
  return problem('invalid-input', { message, fields: [{ path: 'text', problem: rows === 0 ? 'no-lines' : 'lines' }] });
}

/** Writes people where nobody sees them. Most files are in the order of the references; written so, they fill page after page. */
async function stage(
  database: WriteDatabase,
  people: readonly KeptPerson[],
  generation: number,
  turns: Turns,
): Promise<void> {
  const left = people.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)).values();
  /** @returns whether there may be more */
  const slice = (): boolean => {
    for (const person of left) {
      insertPerson(database, generation, person);
      if (turns.isOver()) {
        return true;
      }
    }
    return false;
  };
  while (transaction(database, slice)) {
    await turns.next();
  }
}

/** What a new roster changes against the one of before. */
async function compare(
  database: WriteDatabase,
  before: number,
  people: readonly KeptPerson[],
  turns: Turns,
): Promise<Omit<RosterImported, 'rows'>> {
  const refs = new Set(people.map(({ ref }) => ref));
  let [kept, removed] = [0, 0];
  await readPeople(database, before, turns, ({ ref }) => {
    if (refs.has(ref)) {
      kept += 1;
    } else {
      removed += 1;
    }
  });
  return { added: people.length - kept, kept, removed };
}
