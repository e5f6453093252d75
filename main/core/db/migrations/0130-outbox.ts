/** Step 130: the events that other systems are sent, each about one row of the log. */
import type { Migration } from '../migrate.ts';

export const migration0130Outbox: Migration = {
  version: 130,
  sql: `
    -- One event a row, written with it; all else that it says is in the row, and whose it is there as well. The
    -- verification and the system's own nonce live no longer than the event.
    CREATE TABLE outbox (
      seq INTEGER NOT NULL PRIMARY KEY REFERENCES entries (seq),
      party TEXT NOT NULL,
      txn TEXT NOT NULL,
      nonce TEXT,
      -- How the visit ended for the system, where that is not what the row says: it is not to learn who is unknown.
      told_outcome TEXT,
      told_reason TEXT,
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
