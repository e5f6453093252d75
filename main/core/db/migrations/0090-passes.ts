/** Step 90: the passes that this terminal has given out, and those that it takes no longer. Both go when they expire. */
import type { Migration } from '../migrate.ts';

export const migration0090Passes: Migration = {
  version: 90,
  sql: `
    -- Nothing of a person: the entry that a pass was given out for, by number and identifier.
    CREATE TABLE passes (
      seq INTEGER NOT NULL PRIMARY KEY REFERENCES entries (seq),
      entry_id TEXT NOT NULL UNIQUE,
      purpose TEXT NOT NULL,
      issued_at TEXT NOT NULL,
      expires_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX passes_by_expiry ON passes (expires_at);

    -- Also passes of the site's other terminals, whose entries are in other logs.
    CREATE TABLE pass_revocations (
      entry_id TEXT NOT NULL PRIMARY KEY,
      expires_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pass_revocations_by_expiry ON pass_revocations (expires_at);
  `,
};
