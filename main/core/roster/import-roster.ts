/**
 * A roster comes in, wholly or not at all. People are written in slices that nobody sees; one short transaction at the
 * end makes them the roster, and remembers the row that is owed for it. Part of the core.
 */
import { createSecretKey } from 'node:crypto';
import { type Answer, answer, problem, type RosterImported, type RosterMapping } from '../../contract/public.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import { subjectRef } from '../entry-log/subject.ts';
import { type AppendAct, oweAct, payAct } from '../erasure/owed-act.ts';
import type { Clock } from '../ports.ts';
import { readRoster } from './read-roster.ts';
import { countPeople, hasPerson, insertPerson, selectCurrent, upsertCurrent } from './roster-sql.ts';
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

/** Somebody, as they are kept. */
type KeptPerson = readonly [reference: string, subjectRef: string];

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
  const key = createSecretKey(parts.siteKey);
  const people: KeptPerson[] = [];
  const { rows, good, problems } = await readRoster(text, mapping, turns, ({ reference, person }) => {
    people.push([reference, subjectRef(key, person)]);
  });
  if (problems.length > 0 || good === 0) {
    return refuse(rows, good);
  }
  const { database, append, clock } = parts;
  if (!payAct(database, append)) {
    return problem('log-unavailable');
  }
  const before = selectCurrent(database)?.generation ?? 0;
  const generation = before + 1;
  const kept = await stage(database, people, { generation, before }, turns);
  const removed = countPeople(database, before) - kept;
  const importedAt = new Date(clock.now()).toISOString();
  transaction(database, () => {
    upsertCurrent(database, { generation, importedAt });
    oweAct(database, 'operator', `roster-import ${people.length}`, importedAt, operator);
  });
  payAct(database, append);
  return answer({ rows: people.length, added: people.length - kept, kept, removed });
}

function refuse(rows: number, good: number): Answer<never> {
  const message =
    rows === 0
      ? 'The file has no lines with people. Nothing was changed.'
      : `${good} of ${rows} lines can be taken, and all must be. Nothing was changed.`;
  return problem('invalid-input', { message, fields: [{ path: 'text', problem: rows === 0 ? 'no-lines' : 'lines' }] });
}

/** Writes people where nobody sees them. @returns how many of them are in the roster of before as well */
async function stage(
  database: WriteDatabase,
  people: readonly KeptPerson[],
  { generation, before }: { readonly generation: number; readonly before: number },
  turns: Turns,
): Promise<number> {
  let kept = 0;
  const left = people.values();
  const slice = (): boolean => {
    for (const [reference, ref] of left) {
      insertPerson(database, generation, reference, ref);
      kept += hasPerson(database, before, ref) ? 1 : 0;
      if (turns.isOver()) {
        return true;
      }
    }
    return false;
  };
  while (transaction(database, slice)) {
    await turns.next();
  }
  return kept;
}
