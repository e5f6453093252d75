/** The rows of a filter, newest first, reading only where the spans say that there can be one. Part of the core. */
import type { ReadDatabase } from '../db/database.ts';
import { type KindFilter, type ListedRow, selectListed, selectNewestSeq } from './list-sql.ts';
import { type SeqRange, selectRanges, selectSpannedTo } from './spans-sql.ts';

/** Rows that are read at once. */
const most = 200;

/** `named` leaves out where nobody has a name; some rows without one come all the same. */
type WalkFilter = KindFilter & { readonly named?: boolean };

/**
 * Walks the rows with smaller numbers than `before`. Each row comes once, in the order of its number, whatever the
 * clock showed.
 */
export function* walkRows(database: ReadDatabase, filter: WalkFilter, before: number): Generator<ListedRow, void> {
  for (const { first, last } of walkRanges(database, filter, before)) {
    for (let end = last; end >= first; ) {
      const rows = selectListed(database, filter, { first, last: end, limit: most });
      yield* rows;
      end = rows.length < most ? first - 1 : (rows.at(-1)?.seq ?? first) - 1;
    }
  }
}

function* walkRanges(database: ReadDatabase, filter: WalkFilter, before: number): Generator<SeqRange, void> {
  const end = Math.min(before, selectNewestSeq(database) + 1);
  const spannedTo = selectSpannedTo(database);
  if (end - 1 > spannedTo) {
    yield { first: spannedTo + 1, last: end - 1 };
  }
  for (let next = Math.min(end, spannedTo + 1); next > 1; ) {
    const ranges = selectRanges(database, filter, next);
    yield* ranges;
    next = ranges.at(-1)?.first ?? 0;
  }
}

/** The first so many of what is walked. */
export function take<T>(walked: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  if (count > 0) {
    for (const each of walked) {
      taken.push(each);
      if (taken.length === count) {
        break;
      }
    }
  }
  return taken;
}
