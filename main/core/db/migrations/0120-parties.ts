/** Step 120: the systems that verify people through the API or with the embedded page. */
import type { Migration } from '../migrate.ts';

export const migration0120Parties: Migration = {
  version: 120,
  sql: `
    -- A row of the log names a party by id, and keeps to it after the party is removed: its name stands here alone.
    CREATE TABLE parties (
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^a-z0-9]*'),
      name TEXT NOT NULL CHECK (name <> ''),
      -- Lists of texts as JSON.
      origins TEXT NOT NULL CHECK (json_type(origins) = 'array'),
      -- Empty for all purposes of the venue.
      purposes TEXT NOT NULL CHECK (json_type(purposes) = 'array'),
      webhook TEXT,
      -- So many requests in so many seconds.
      rate_count INTEGER NOT NULL CHECK (rate_count > 0),
      rate_seconds INTEGER NOT NULL CHECK (rate_seconds > 0),
      -- SHA-256 of the random part of the key of the API: 256 random bits need no salt and no slow hash.
      key_hash BLOB NOT NULL CHECK (length(key_hash) = 32),
      -- The how many-th key it is: the secret of the webhook is derived from it.
      generation INTEGER NOT NULL CHECK (generation > 0),
      -- ISO 8601 in UTC.
      created_at TEXT NOT NULL,
      key_since TEXT NOT NULL,
      removed_at TEXT
    ) STRICT, WITHOUT ROWID;
  `,
};
