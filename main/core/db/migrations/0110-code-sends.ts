/** Step 110: the codes sent to a number are looked up in memory; on the disk they only have to survive a restart. */
import type { Migration } from '../migrate.ts';

export const migration0110CodeSends: Migration = {
  version: 110,
  sql: `
    -- In the order of keyed hashes: each code wrote a page of its own, and copies stayed where pages were split.
    DROP INDEX code_sends_by_number;
    DROP INDEX code_sends_by_time;
  `,
};
