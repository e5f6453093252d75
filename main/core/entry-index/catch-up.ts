/**
 * Keeps the entry index: rows come to it in batches, after they are durable, so that no row waits for it. Part of the
 * core. Everything in it is made of `entries`, and can be made again at any time.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import { blockBytes, type Column, codes, names, numbers, placeOf, searchableName, writeCell } from './cells.ts';
import {
  type IndexedRow,
  insertKept,
  selectCells,
  selectIndexedTo,
  selectRowsAfter,
  updateIndexedTo,
  upsertCells,
  upsertGroup,
} from './entry-index-sql.ts';
import { hasTables } from './entry-index-tables.ts';
import { groupsOf } from './groups.ts';
import { emptyIndex, mending } from './mend.ts';

/** Rows of one batch where nobody waits: they fit into the memory, and one commit serves them all. */
const largeBatch = 2_000;

/**
 * Brings the next rows into the index, in one transaction. An index that is damaged or not there is begun anew.
 * @returns whether no row is left
 * @throws the library's SqliteError when it could not be written, or when the log itself is damaged
 */
export function catchUp(database: WriteDatabase, most: number = largeBatch): boolean {
  return mending(database, () =>
    transaction(database, () => {
      if (!hasTables(database)) {
        emptyIndex(database);
      }
      const rows = selectRowsAfter(database, selectIndexedTo(database), most);
      indexRows(database, rows);
      return rows.length < most;
    }),
  );
}

/** Makes the whole index again from the log. */
export function rebuildIndex(database: WriteDatabase): void {
  transaction(database, () => emptyIndex(database));
  while (!catchUp(database)) {
    // each call takes the next rows
  }
}

/** Brings rows into the index, in their order. */
function indexRows(database: WriteDatabase, rows: readonly IndexedRow[]): void {
  const last = rows.at(-1);
  if (last === undefined) {
    return;
  }
  writeCells(database, rows, numbers, ({ subject_ref }) => subject_ref ?? '');
  writeCells(database, rows, codes, ({ leaf }) => leaf);
  writeCells(database, rows, names, ({ subject_name }) => searchableName(subject_name ?? ''));
  for (const { purpose, at, seq } of rows.filter(({ kept }) => kept === 1)) {
    insertKept(database, purpose, at, seq);
  }
  for (const group of groupsOf(rows)) {
    upsertGroup(database, group);
  }
  updateIndexedTo(database, last.seq);
}

function writeCells(
  database: WriteDatabase,
  rows: readonly IndexedRow[],
  column: Column,
  textOf: (row: IndexedRow) => string,
): void {
  const byBlock = Map.groupBy(rows, ({ seq }) => placeOf(column, seq).block);
  for (const [block, inBlock] of byBlock) {
    const cells = selectCells(database, column, block) ?? Buffer.alloc(blockBytes);
    for (const row of inBlock) {
      writeCell(column, cells, placeOf(column, row.seq).offset, textOf(row));
    }
    upsertCells(database, column, block, cells);
  }
}
