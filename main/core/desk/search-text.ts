/** Entries by a text: a number, a check code, or the beginning of a name as the log keeps it. Part of the core. */
import { maskFullName } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { searchableName } from '../entry-index/cells.ts';
import { findByName } from '../entry-index/search.ts';
import { type KindFilter, type ListedRow, selectListed } from './list-sql.ts';
import { seqsOfMark } from './read-mark.ts';
import { walkRows } from './walk.ts';

/** Names that are looked at one by one before the list is walked by its other filters instead. */
const mostByName = 1000;
const pageOfNames = 250;

/** The rows that are meant by the text and pass the filter, newest first. Each comes once. */
export function* searchText(
  database: ReadDatabase,
  filter: KindFilter,
  text: string,
  before: number,
): Generator<ListedRow, void> {
  const marked = seqsOfMark(database, text)
    .filter((seq) => seq < before)
    .reverse();
  const names = namesOf(text);
  const isNamed = ({ subject_name }: ListedRow) =>
    names.some((name) => searchableName(subject_name ?? '').startsWith(name));
  const named = names.length === 0 ? [] : walkNamed(database, { filter, names, isNamed, before });
  for (const row of named) {
    while (marked[0] !== undefined && marked[0] > row.seq) {
      yield* selectFiltered(database, filter, marked.shift());
    }
    if (marked[0] === row.seq) {
      marked.shift();
    }
    yield row;
  }
  for (const seq of marked) {
    yield* selectFiltered(database, filter, seq);
  }
}

/** The text as the log may keep it: word for word, and masked, as somebody knows it who knows the whole name. */
function namesOf(text: string): string[] {
  const names = [searchableName(text), searchableName(maskFullName(text.trim()))];
  return Array.from(new Set(names.filter((name) => name !== '')));
}

interface NameWalk {
  readonly filter: KindFilter;
  readonly names: readonly string[];
  readonly isNamed: (row: ListedRow) => boolean;
  readonly before: number;
}

/**
 * A rare name is found by the name. Where many have it and the filter lets few of them through, the filter finds its
 * rows faster.
 */
function* walkNamed(database: ReadDatabase, { filter, names, isNamed, before }: NameWalk): Generator<ListedRow, void> {
  let next = before;
  for (let looked = 0; looked < mostByName; looked += pageOfNames) {
    const page = { before: next, limit: pageOfNames };
    const found = names.flatMap((name) => findByName(database, name, page)).sort((a, b) => b - a);
    // Beyond the shortest of full pages one of the names may have rows that are not found yet.
    const seqs = Array.from(new Set(found)).slice(0, pageOfNames);
    for (const seq of seqs) {
      yield* selectFiltered(database, filter, seq);
    }
    const last = seqs.at(-1);
    if (last === undefined || seqs.length < pageOfNames) {
      return;
    }
    next = last;
  }
  for (const row of walkRows(database, filter, next)) {
    if (isNamed(row)) {
      yield row;
    }
  }
}

/** The row of this number, if the filter lets it through. */
function selectFiltered(database: ReadDatabase, filter: KindFilter, seq: number | undefined): ListedRow[] {
  return seq === undefined ? [] : selectListed(database, filter, { first: seq, last: seq, limit: 1 });
}
