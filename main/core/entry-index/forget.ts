/** Takes persons out of the entry index, in the very transaction in which their rows lose them. Part of the core. */
import type { WriteDatabase } from '../db/database.ts';
import { type Column, names, numbers, placeOf } from './cells.ts';
import { deleteKept, selectCells, selectIndexedTo, upsertCells } from './entry-index-sql.ts';
import { emptyIndex } from './mend.ts';

/**
 * Forgets who came with these rows, which still hold it; inside a transaction of the caller. An index in which a row is
 * not as it should be may hold something of it elsewhere: that one is emptied and begun anew.
 */
export function forgetSubjects(database: WriteDatabase, seqs: readonly number[]): void {
  const indexedTo = selectIndexedTo(database);
  const indexed = seqs.filter((seq) => seq <= indexedTo);
  const kept = indexed.filter((seq) => deleteKept(database, seq));
  const cleared = [numbers, names].map((column) => clearCells(database, column, indexed));
  if (kept.length < indexed.length || cleared.includes(false)) {
    emptyIndex(database);
  }
}

/** Writes zeros over the cells of the rows. @returns whether there was a block for each */
function clearCells(database: WriteDatabase, column: Column, seqs: readonly number[]): boolean {
  const places = Map.groupBy(
    seqs.map((seq) => placeOf(column, seq)),
    ({ block }) => block,
  );
  for (const [block, inBlock] of places) {
    const cells = selectCells(database, column, block);
    if (cells === undefined) {
      return false;
    }
    for (const { offset } of inBlock) {
      cells.fill(0, offset, offset + column.width);
    }
    upsertCells(database, column, block, cells);
  }
  return true;
}
