/** Finds a row by its identifier, of which there is no index: its time says where to look. Part of the core. */
import { type ReadDatabase, statement } from '../db/database.ts';
import { quarterOf } from './cells.ts';
import { search } from './search.ts';

/**
 * The number of the row with this identifier, a UUIDv7 (RFC 9562); undefined when there is none.
 * @param at the moment that the identifier names, in milliseconds since 1970
 */
export function findById(database: ReadDatabase, id: string, at: number): number | undefined {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) {
    return undefined;
  }
  const quarter = quarterOf(time.toISOString());
  return search(database, (indexedTo) => {
    if (indexedTo > 0) {
      for (const [first, last] of selectRanges(database, quarter)) {
        const seq = selectSeq(database, id, first, last);
        if (seq !== undefined) {
          return seq;
        }
      }
    }
    return selectSeq(database, id, indexedTo + 1, Number.MAX_SAFE_INTEGER);
  });
}

/** Between which numbers the rows of a quarter of an hour are, by blocks of at most a thousand. */
function selectRanges(database: ReadDatabase, quarter: string): [number, number][] {
  const sql = 'SELECT min(first_seq), max(last_seq) FROM entry_groups WHERE quarter = ? GROUP BY block';
  return statement(database, sql).raw().all(quarter) as [number, number][];
}

function selectSeq(database: ReadDatabase, id: string, first: number, last: number): number | undefined {
  const sql = 'SELECT seq FROM entries WHERE seq BETWEEN ? AND ? AND id = ?';
  return statement(database, sql).pluck().get(first, last, id) as number | undefined;
}
