/**
 * The rows of many people at once: one walk over the column of numbers of the entry index (docs/decisions/0009), and row
 * by row where that is not complete. Part of the core.
 */
import type { ReadDatabase } from '../db/database.ts';
import { blockBytes, numbers, placeOf, seqAt } from '../entry-index/cells.ts';
import { selectCells, selectIndexedTo } from '../entry-index/entry-index-sql.ts';
import { isDamage } from '../entry-index/mend.ts';

/** What the index keeps of a reference: its first 32 bits, as a number. */
export function cellOf(ref: string): number {
  return Number.parseInt(ref.slice(0, 2 * numbers.width), 16);
}

/** Rows that are looked at together, in order. */
export interface RowBatch {
  /** Those that may be of one of the people; whether they are is for the row to tell. */
  readonly candidates: readonly number[];
  /** All rows up to this one have been looked at. */
  readonly readTo: number;
}

/** Walks the rows after one, up to another, block by block. */
export function* findRowsOf(
  database: ReadDatabase,
  people: ReadonlySet<number>,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Generator<RowBatch, void, void> {
  for (let readTo = after; readTo < upTo; ) {
    const { block } = placeOf(numbers, readTo + 1);
    const last = Math.min(upTo, seqAt(numbers, block, blockBytes) - 1);
    const first = readTo + 1;
    readTo = last;
    yield { candidates: candidatesIn(database, people, { block, first, last }), readTo };
  }
}

interface BlockRange {
  readonly block: number;
  readonly first: number;
  readonly last: number;
}

function candidatesIn(
  database: ReadDatabase,
  people: ReadonlySet<number>,
  { block, first, last }: BlockRange,
): number[] {
  const indexedTo = indexedIn(database);
  const cells = indexedTo < first ? undefined : readCells(database, block);
  const found: number[] = [];
  for (let seq = first; seq <= last; seq += 1) {
    const isIndexed = cells !== undefined && seq <= indexedTo;
    if (!isIndexed || people.has(cells.readUInt32BE(placeOf(numbers, seq).offset))) {
      found.push(seq);
    }
  }
  return found;
}

function indexedIn(database: ReadDatabase): number {
  return unlessDamaged(() => selectIndexedTo(database)) ?? 0;
}

function readCells(database: ReadDatabase, block: number): Buffer | undefined {
  return unlessDamaged(() => selectCells(database, numbers, block));
}

/** The index can always be made again, and until then the rows are read themselves. */
function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!isDamage(error)) {
      throw error;
    }
    return undefined;
  }
}
