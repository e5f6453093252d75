/** Step 70: operators, their counters, the recovery code, and the acts whose row is still to be written. */
import type { Migration } from '../migrate.ts';

export const migration0070Operators: Migration = {
  version: 70,
  sql: `
    -- Whom staff may be at the door. A row of the log names an operator by id; the name stands here alone.
    CREATE TABLE operators (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 6 AND id NOT GLOB '*[^a-z0-9]*'),
      name TEXT NOT NULL CHECK (name <> ''),
      role TEXT NOT NULL CHECK (role IN ('reception', 'manager')),
      -- scrypt of the PIN, with its cost, so that a later program can ask for more.
      salt BLOB NOT NULL CHECK (length(salt) = 16),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      cost TEXT NOT NULL,
      -- Tries since the last right PIN, each counted before it is judged; locked out is what so many of them mean.
      failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      -- Milliseconds since 1970.
      last_failure_at INTEGER,
      -- ISO 8601 in UTC.
      created_at TEXT NOT NULL,
      disabled_at TEXT
    ) STRICT, WITHOUT ROWID;

    -- The one code on paper; without a hash there is none. Its tries are counted whether there is one or not.
    CREATE TABLE operator_recovery (
      only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
      salt BLOB CHECK (length(salt) = 16),
      hash BLOB CHECK (length(hash) = 32),
      cost TEXT,
      failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      last_failure_at INTEGER,
      created_at TEXT,
      CHECK ((hash IS NULL) = (salt IS NULL) AND (hash IS NULL) = (cost IS NULL))
    ) STRICT;
    INSERT INTO operator_recovery (only) VALUES (1);

    -- What operators have done and the log does not hold yet: it goes when the row is there, also after a loss of power.
    CREATE TABLE operator_acts_owed (
      id INTEGER NOT NULL PRIMARY KEY,
      operator TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT;
  `,
};
