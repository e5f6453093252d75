/** Step 100: the roster of an office, as keyed references that name nobody. */
import type { Migration } from '../migrate.ts';

export const migration0100Roster: Migration = {
  version: 100,
  sql: `
    -- One generation for each import. Those that are not the one of \`roster\` are on their way in or out, and nobody
    -- reads them. The reference is the office's own; name and number are nowhere. There is no index by subject_ref:
    -- written in the order of that, each slice of an import would write most pages of it.
    CREATE TABLE roster_people (
      generation INTEGER NOT NULL CHECK (generation >= 1),
      reference TEXT NOT NULL CHECK (length(reference) BETWEEN 1 AND 100),
      subject_ref TEXT NOT NULL CHECK (length(subject_ref) = 64),
      PRIMARY KEY (generation, reference)
    ) STRICT, WITHOUT ROWID;

    -- The roster that holds: one row, or none.
    CREATE TABLE roster (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      generation INTEGER NOT NULL,
      imported_at TEXT NOT NULL
    ) STRICT;
  `,
};
