/** Entries by a text: a number, a check code, or the beginning of a name as the log keeps it. Part of the core. */
import { maskFullName } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { searchableName } from '../entry-index/cells.ts';
import { findByName, type NamePage } from '../entry-index/search.ts';
import { type KindFilter, type ListedRow, selectAmong } from './list-sql.ts';
import { seqsOfMark } from './read-mark.ts';
import { selectNamedWidth, selectNameForms } from './spans-sql.ts';
import { walkRows } from './walk.ts';

/** Where a filter leaves so many rows or fewer, they are read; else the names are searched. */
const mostWalked = 10_000;
const pageOfNames = 250;

/**
 * The rows that are meant by the text and pass the filter, newest first. Each comes once. A check code that is in the log
 * is what was meant: hardly ever is it somebody's name.
 */
export function* searchText(
  database: ReadDatabase,
  filter: KindFilter,
  text: string,
  before: number,
): Generator<ListedRow, void> {
  const marked = seqsOfMark(database, text);
  if (marked.length > 0) {
    yield* selectAmong(
      database,
      filter,
      marked.filter((seq) => seq < before),
    );
  } else {
    yield* walkNamed(database, filter, namesOf(database, text), before);
  }
}

/** The text as the log may keep it: word for word, and masked, as somebody knows it who knows the whole name. */
function namesOf(database: ReadDatabase, text: string): string[] {
  const forms = selectNameForms(database);
  const typed = searchableName(text);
  const masked = searchableName(maskFullName(text.trim()));
  return Array.from(new Set([...(forms.masked ? [masked] : []), ...(forms.full ? [typed] : [])]));
}

function* walkNamed(
  database: ReadDatabase,
  filter: KindFilter,
  names: readonly string[],
  before: number,
): Generator<ListedRow, void> {
  if (names.length === 0) {
    return;
  }
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if (!isFiltered || selectNamedWidth(database, filter, before) > mostWalked) {
    yield* walkByName(database, filter, names, before);
    return;
  }
  for (const row of walkRows(database, { ...filter, named: true }, before)) {
    const kept = searchableName(row.subject_name ?? '');
    if (names.some((name) => kept.startsWith(name))) {
      yield row;
    }
  }
}

function* walkByName(
  database: ReadDatabase,
  filter: KindFilter,
  names: readonly string[],
  before: number,
): Generator<ListedRow, void> {
  let next: number | undefined = before;
  while (next !== undefined) {
    const page: NamePage = { before: next, limit: pageOfNames };
    const found = names.flatMap((name) => findByName(database, name, page)).sort((a, b) => b - a);
    // Beyond the end of a full page a form of the name may have rows that are not found yet.
    const seqs = Array.from(new Set(found)).slice(0, pageOfNames);
    yield* selectAmong(database, filter, seqs);
    next = seqs.length < pageOfNames ? undefined : seqs.at(-1);
  }
}
