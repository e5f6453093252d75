/** All that the entry index holds, and whether it is what the log makes of it. For tests only, also in child processes. */
import { isDeepStrictEqual } from 'node:util';
import type { ReadDatabase, WriteDatabase } from '../../main/core/db/database.ts';
import { catchUp, rebuildIndex } from '../../main/core/entry-index/catch-up.ts';

const tables = ['entry_index', 'entry_numbers', 'entry_codes', 'entry_names', 'entry_kept', 'entry_groups'];

/** Table by table. */
export function dumpIndex({ database }: { readonly database: ReadDatabase }): Record<string, unknown[]> {
  return Object.fromEntries(tables.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).all()]));
}

/** Brings the index up to the newest row, and looks whether one that is made anew is the same. */
export function isIndexOfLog(database: WriteDatabase): boolean {
  while (!catchUp(database)) {
    // each call takes the next rows
  }
  const kept = dumpIndex({ database });
  rebuildIndex(database);
  return isDeepStrictEqual(dumpIndex({ database }), kept);
}
