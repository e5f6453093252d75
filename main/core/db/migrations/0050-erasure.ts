/** Step 50: what is of a person is found by the person who asks for it, and by its time. */
import type { Migration } from '../migrate.ts';

export const migration0050Erasure: Migration = {
  version: 50,
  sql: `
    -- Answers "what do you hold of my number": a reference begins with the keyed hash of the number.
    CREATE INDEX entries_by_subject ON entries (subject_ref) WHERE subject_ref IS NOT NULL;

    -- The rows that still hold something of a person, by the rule of their purpose and their age.
    CREATE INDEX entries_kept ON entries (purpose, at) WHERE subject_salt IS NOT NULL;
  `,
};
