/** Step 20: the counters that must survive a restart: codes sent to a number, calls made to the upstream (E4). */
import type { Migration } from '../migrate.ts';

export const migration0020Limits: Migration = {
  version: 20,
  sql: `
    -- One row for each code that may have been sent. number_ref is a keyed hash; rows go after a day.
    CREATE TABLE code_sends (
      id INTEGER NOT NULL PRIMARY KEY,
      number_ref TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX code_sends_by_number ON code_sends (number_ref, at);
    CREATE INDEX code_sends_by_time ON code_sends (at);

    -- Calls that were made, or set aside for a visit that has begun, by second. Rows go when the window is over.
    CREATE TABLE upstream_calls (
      at INTEGER NOT NULL PRIMARY KEY,
      calls INTEGER NOT NULL CHECK (calls >= 0)
    ) STRICT;
  `,
};
