/** Step 140: the keys that receipts are signed with, one generation after the other. Their seeds are in files. */
import type { Migration } from '../migrate.ts';

export const migration0140ReceiptKeys: Migration = {
  version: 140,
  sql: `
    CREATE TABLE receipt_keys (
      generation INTEGER NOT NULL PRIMARY KEY CHECK (generation >= 1),
      -- As a JWK has it: 32 bytes in base64url.
      public_key TEXT NOT NULL CHECK (length(public_key) = 43),
      announced_at TEXT NOT NULL,
      -- When it began to sign; NULL while it is only announced. The newest that has begun signs, whatever a clock says.
      since TEXT,
      -- When the last receipt that it signed has expired; NULL until another one signs.
      shown_until TEXT
    ) STRICT;
  `,
};
