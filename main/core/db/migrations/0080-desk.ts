/** Step 80: what makes the desk quick: between which numbers the entries of a kind are, and who is inside. */
import { fillSpans } from '../../desk/spans-sql.ts';
import type { Migration } from '../migrate.ts';

export const migration0080Desk: Migration = {
  version: 80,
  sql: `
    -- One row for each kind of entry in each thousand of them: a list with a filter reads only where it can find
    -- something. Made of entries, whose evidence never changes, once a thousand is full; '' where a row has none.
    CREATE TABLE entry_spans (
      -- (seq - 1) / 1000
      block INTEGER NOT NULL,
      outcome TEXT NOT NULL,
      purpose TEXT NOT NULL,
      channel TEXT NOT NULL,
      operator TEXT NOT NULL,
      first_seq INTEGER NOT NULL,
      last_seq INTEGER NOT NULL,
      -- The earliest and the latest time: clocks may have been wrong, so they need not be those of the two rows.
      first_at TEXT NOT NULL,
      last_at TEXT NOT NULL,
      -- What was kept of persons when this was written: 0 no name, 1 masked names, 2 names in full among them.
      names INTEGER NOT NULL CHECK (names IN (0, 1, 2)),
      PRIMARY KEY (block, outcome, purpose, channel, operator)
    ) STRICT, WITHOUT ROWID;

    -- Who was inside when the log had so many rows. What came later is read from the log itself.
    CREATE TABLE inside_state (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      read_to INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE inside_people (
      seq INTEGER NOT NULL PRIMARY KEY REFERENCES entries (seq)
    ) STRICT;
  `,
  fill: (database) => {
    while (!fillSpans(database)) {
      // one thousand after the other
    }
  },
};
