/** Step 130: which rows are of a visit for another system, and the events that these systems are still to be sent. */
import type { Migration } from '../migrate.ts';

export const migration0130Outbox: Migration = {
  version: 130,
  sql: `
    -- Whose row it is, by the identifier that receipts name it by. Identifiers grow with time, so that each row is
    -- written where the one before it was. Nothing of a person; it stays as long as the row.
    CREATE TABLE party_entries (
      entry_id TEXT NOT NULL PRIMARY KEY,
      seq INTEGER NOT NULL,
      party TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- One event a row, written with it. The verification and the system's own nonce live no longer than the event.
    CREATE TABLE outbox (
      seq INTEGER NOT NULL PRIMARY KEY REFERENCES entries (seq),
      party TEXT NOT NULL,
      txn TEXT NOT NULL,
      nonce TEXT,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'dead')),
      attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      -- Why the last try failed.
      problem TEXT
    ) STRICT;
    CREATE INDEX outbox_waiting ON outbox (party, seq) WHERE state = 'waiting';
    CREATE INDEX outbox_dead ON outbox (party, seq) WHERE state = 'dead';

    -- Receivers that did not take the last event: a row each, until they take one.
    CREATE TABLE outbox_receivers (
      party TEXT NOT NULL PRIMARY KEY,
      -- Tries in a row that failed.
      failures INTEGER NOT NULL CHECK (failures >= 1),
      -- When the next try is due: milliseconds since 1970.
      next_at INTEGER NOT NULL,
      -- It has answered 410: it wants no more events.
      gone INTEGER NOT NULL CHECK (gone IN (0, 1))
    ) STRICT, WITHOUT ROWID;
  `,
};
