/** Step 30: what the terminal must still know after a restart, such as being out of order. */
import type { Migration } from '../migrate.ts';

export const migration0030TerminalState: Migration = {
  version: 30,
  sql: `
    CREATE TABLE terminal_state (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
