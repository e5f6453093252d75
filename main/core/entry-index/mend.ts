/**
 * What is done where the entry index is damaged or does not fit: it is begun anew, beside a log that is whole.
 * Part of the core.
 */
import { type ReadDatabase, transaction, type WriteDatabase } from '../db/database.ts';
import { sqliteCode } from '../db/sqlite-code.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import { codes, placeOf } from './cells.ts';
import { countBlocks, selectIndexedTo, sumGroups } from './entry-index-sql.ts';
import { entryIndexTables, hasTables, removeTables, wrongTables } from './entry-index-tables.ts';

/** Whether an error says that the pages of a table are damaged. */
export function isDamage(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_CORRUPT') === true;
}

/** Begins the index anew, without a row; inside a transaction of the caller. */
export function emptyIndex(database: WriteDatabase): void {
  removeTables(database);
  database.exec(entryIndexTables);
}

/**
 * Runs a whole transaction that writes to the index. Where it fails because the index is damaged, the index is begun
 * anew and the transaction run again; any other fault, also damage of the log itself, is the caller's.
 */
export function mending<T>(database: WriteDatabase, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!isDamage(error) || wrongTables(database).length === 0) {
      throw error;
    }
    transaction(database, () => emptyIndex(database));
    return run();
  }
}

/**
 * Whether the index can be relied on, as far as that is told in a moment: its pages, and that nothing is missing from
 * what every row has.
 */
export function isWhole(database: ReadDatabase): boolean {
  if (!hasTables(database) || wrongTables(database).length > 0) {
    return false;
  }
  const indexedTo = selectIndexedTo(database);
  const blocks = indexedTo === 0 ? 0 : placeOf(codes, indexedTo).block + 1;
  return (
    indexedTo <= selectNewest(database).seq &&
    countBlocks(database, codes) === blocks &&
    sumGroups(database) === indexedTo
  );
}
