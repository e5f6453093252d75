/** Everybody of a roster, in slices. Part of the core. */
import type { ReadDatabase } from '../db/database.ts';
import { type KeptPerson, selectPeople } from './roster-sql.ts';
import type { Turns } from './turns.ts';

/** People who are read by one statement. */
const peopleAtOnce = 500;

/** Hands on everybody of a generation in the order of the references, by their bytes. @throws ClosingError */
export async function readPeople(
  database: ReadDatabase,
  generation: number,
  turns: Turns,
  onPerson: (person: KeptPerson) => void,
): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = selectPeople(database, generation, { after, limit: peopleAtOnce });
    page.forEach(onPerson);
    after = page.at(-1)?.reference;
    if (turns.isOver()) {
      await turns.next();
    }
  }
}
