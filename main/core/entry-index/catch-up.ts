/**
 * Keeps the entry index: rows come to it in batches, after they are durable, so that no row waits for it. Part of the
 * core. Everything in it is made of `entries`, and can be made again at any time.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import { selectNewest } from '../entry-log/entries-sql.ts';
import { blockBytes, type Column, cellsOf, codes, placeOf, quarterOf } from './cells.ts';
import { isDamage } from './damage.ts';
import {
  blockOf,
  countBlocks,
  dropTables,
  type EntryGroup,
  entryIndexTables,
  hasTables,
  type IndexedRow,
  insertKept,
  quickCheckTables,
  selectCells,
  selectIndexedTo,
  selectRowsAfter,
  sumGroups,
  updateIndexedTo,
  upsertCells,
  upsertGroup,
} from './entry-index-sql.ts';

/** Rows of one batch where nobody waits: they fit into the memory, and one commit serves them all. */
const largeBatch = 5_000;

/**
 * Brings the next rows into the index, in one transaction. An index that is damaged or not there is begun anew.
 * @returns whether no row is left
 * @throws the library's SqliteError when it could not be written, or when the log itself is damaged
 */
export function catchUp(database: WriteDatabase, most: number = largeBatch): boolean {
  return transaction(database, () => {
    if (!hasTables(database)) {
      emptyIndex(database);
    }
    const rows = selectRowsAfter(database, orAnew(database, () => selectIndexedTo(database)) ?? 0, most);
    if (orAnew(database, () => indexRows(database, rows)) === undefined) {
      indexRows(database, selectRowsAfter(database, 0, most));
      return false;
    }
    return rows.length < most;
  });
}

/** Makes the whole index again from the log. */
export function rebuildIndex(database: WriteDatabase): void {
  transaction(database, () => emptyIndex(database));
  while (!catchUp(database)) {
    // each call takes the next rows
  }
}

/** Begins the index anew, without a row; inside a transaction of the caller. */
export function emptyIndex(database: WriteDatabase): void {
  dropTables(database, isDamage);
  database.exec(entryIndexTables);
}

/** Runs something on the index; where that is damaged it is begun anew. @returns undefined then */
export function orAnew<T>(database: WriteDatabase, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!isDamage(error)) {
      throw error;
    }
    emptyIndex(database);
    return undefined;
  }
}

/**
 * Whether the index can be relied on, as far as that is told in a moment: its pages, and that nothing is missing from
 * what every row has.
 */
export function isWhole(database: WriteDatabase): boolean {
  try {
    const indexedTo = selectIndexedTo(database);
    const blocks = indexedTo === 0 ? 0 : placeOf(codes, indexedTo).block + 1;
    return (
      hasTables(database) &&
      indexedTo <= selectNewest(database).seq &&
      quickCheckTables(database) === 'ok' &&
      countBlocks(database, codes) === blocks &&
      sumGroups(database) === indexedTo
    );
  } catch (error) {
    if (!isDamage(error)) {
      throw error;
    }
    return false;
  }
}

/** Brings rows into the index, in their order. @returns how many */
function indexRows(database: WriteDatabase, rows: readonly IndexedRow[]): number {
  const last = rows.at(-1);
  if (last !== undefined) {
    writeCells(database, rows);
    for (const { purpose, at, seq } of rows.filter(({ kept }) => kept === 1)) {
      insertKept(database, purpose, at, seq);
    }
    for (const group of groupsOf(rows)) {
      upsertGroup(database, group);
    }
    updateIndexedTo(database, last.seq);
  }
  return rows.length;
}

function writeCells(database: WriteDatabase, rows: readonly IndexedRow[]): void {
  const blocks = new Map<string, { readonly column: Column; readonly block: number; readonly cells: Buffer }>();
  for (const row of rows) {
    for (const [column, cell] of cellsOf(row)) {
      const { block, offset } = placeOf(column, row.seq);
      const key = `${column.table} ${block}`;
      const open = blocks.get(key) ?? { column, block, cells: openCells(database, column, block) };
      blocks.set(key, open);
      open.cells.set(cell, offset);
    }
  }
  for (const { column, block, cells } of blocks.values()) {
    upsertCells(database, column, block, cells);
  }
}

function openCells(database: WriteDatabase, column: Column, block: number): Buffer {
  return selectCells(database, column, block) ?? Buffer.alloc(blockBytes);
}

/** The groups of rows that are in order. */
export function groupsOf(rows: readonly IndexedRow[]): EntryGroup[] {
  const groups = new Map<string, EntryGroup>();
  for (const { seq, at, outcome, purpose, channel, operator } of rows) {
    const quarter = quarterOf(at);
    const key = JSON.stringify([quarter, outcome, purpose, channel, operator, blockOf(seq)]);
    const { count, firstSeq } = groups.get(key) ?? { count: 0, firstSeq: seq };
    groups.set(key, { quarter, outcome, purpose, channel, operator, count: count + 1, firstSeq, lastSeq: seq });
  }
  return Array.from(groups.values());
}
