/**
 * Rows counted by the quarter of an hour and by what they are: made for the index, and asked for with the rows that are
 * not in it yet. Part of the core.
 */
import type { ReadDatabase } from '../db/database.ts';
import { quarterOf } from './cells.ts';
import { blockOf, type EntryGroup, type IndexedRow, selectGroups, selectRowsAfter } from './entry-index-sql.ts';
import { search } from './search.ts';

/** Rows read at once. */
const pageRows = 1000;

/** The groups of rows that are in order. */
export function groupsOf(rows: Iterable<IndexedRow>): EntryGroup[] {
  const groups = new Map<string, EntryGroup>();
  for (const { seq, at, outcome, purpose, channel, operator } of rows) {
    const quarter = quarterOf(at);
    const key = JSON.stringify([quarter, outcome, purpose, channel, operator, blockOf(seq)]);
    const { count, firstSeq } = groups.get(key) ?? { count: 0, firstSeq: seq };
    groups.set(key, { quarter, outcome, purpose, channel, operator, count: count + 1, firstSeq, lastSeq: seq });
  }
  return Array.from(groups.values());
}

/**
 * All groups from one quarter (`2026-01-15T04:30`, in UTC) to another, without the latter. Every row counts once; rows of
 * one kind may be in two groups, of which one is not in the index yet.
 */
export function findGroups(database: ReadDatabase, from: string, until: string): EntryGroup[] {
  return search(database, (indexedTo) => {
    const newest = groupsOf(rowsAfter(database, indexedTo));
    const indexed = indexedTo === 0 ? [] : selectGroups(database, from, until);
    return [...indexed, ...newest.filter(({ quarter }) => quarter >= from && quarter < until)];
  });
}

function* rowsAfter(database: ReadDatabase, seq: number): Generator<IndexedRow> {
  for (let last: number | undefined = seq; last !== undefined; ) {
    const rows = selectRowsAfter(database, last, pageRows);
    yield* rows;
    last = rows.at(-1)?.seq;
  }
}
