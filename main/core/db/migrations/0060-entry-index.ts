/** Step 60: what only helps to find rows leaves their transaction, for tables that are filled afterwards. */
import { catchUp } from '../../entry-index/catch-up.ts';
import { entryIndexTables } from '../../entry-index/entry-index-tables.ts';
import type { Migration } from '../migrate.ts';

export const migration0060EntryIndex: Migration = {
  version: 60,
  sql: `
    -- Each row would write one page more for either (docs/decisions/0009).
    DROP INDEX entries_by_subject;
    DROP INDEX entries_kept;
    ${entryIndexTables}
  `,
  fill(database) {
    while (!catchUp(database)) {
      // each call takes the next rows, so that a large log does not fill the memory
    }
  },
};
