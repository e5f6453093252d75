/** `entries.list` and `entries.find`: pages of entries, newest first. Part of the core. */

import {
  type Answer,
  answer,
  type EntryFilter,
  type EntryPage,
  type FieldProblem,
  parseMobileNumber,
  problem,
} from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { ReadDatabase } from '../db/database.ts';
import type { Caller } from '../dispatch/caller.ts';
import { findBySubject } from '../entry-index/search.ts';
import { buildKeyedHash } from '../entry-log/keyed-hash.ts';
import { numberRef } from '../entry-log/subject.ts';
import { readMoment } from '../export/moment.ts';
import { type NameOfOperator, toEntryLine } from './entry-line.ts';
import { type KindFilter, type ListedRow, selectOne } from './list-sql.ts';
import { searchText } from './search-text.ts';
import type { Views } from './views.ts';
import { take, walkRows } from './walk.ts';

/** Lines of a page, where no other number is asked for. */
const linesOfPage = 50;

export interface ListParts {
  readonly database: ReadDatabase;
  readonly settings: Pick<Settings, 'site'>;
  /** The key of the site, 32 bytes. */
  readonly siteKey: Uint8Array;
  readonly views: Views;
  readonly nameOfOperator: NameOfOperator;
}

/** The entries of a filter. That is a look, and a row; the next pages of the same are the same look. */
export function listEntries(parts: ListParts, caller: Caller, input: EntryFilter): Answer<EntryPage> {
  const { text, before, limit = linesOfPage, ...asked } = input;
  const filter = readFilter(asked, parts.settings.site.timezone);
  if ('wrong' in filter) {
    return problem('invalid-input', { fields: filter.wrong });
  }
  if (!parts.views.noteNew(caller, 'view: list', { ...asked, text })) {
    return problem('log-unavailable');
  }
  const { database } = parts;
  const start = before ?? Number.MAX_SAFE_INTEGER;
  const rows = text === undefined ? walkRows(database, filter, start) : searchText(database, filter, text, start);
  return answer(toPage(parts, rows, limit));
}

/** The entries of a mobile number, which is neither kept nor told: only its keyed hash is looked for. */
export function findEntries(
  parts: ListParts,
  caller: Caller,
  input: { readonly mobileNumber: string; readonly before?: number | undefined; readonly limit?: number | undefined },
): Answer<EntryPage> {
  const { database, views, siteKey } = parts;
  const { before = Number.MAX_SAFE_INTEGER, limit = linesOfPage } = input;
  const mobileNumber = parseMobileNumber(input.mobileNumber);
  if (mobileNumber === undefined) {
    return problem('invalid-input', { fields: [{ path: 'mobileNumber', problem: 'not-a-mobile-number' }] });
  }
  const ref = numberRef(buildKeyedHash(siteKey), mobileNumber);
  if (!views.noteNew(caller, 'view: find', ref)) {
    return problem('log-unavailable');
  }
  const seqs = findBySubject(database, ref).filter((seq) => seq < before);
  const page = seqs.reverse().slice(0, limit + 1);
  const rows = page.flatMap((seq) => selectOne(database, seq) ?? []);
  return answer(toPage(parts, rows, limit));
}

function toPage({ nameOfOperator }: ListParts, rows: Iterable<ListedRow>, limit: number): EntryPage {
  const found = take(rows, limit + 1);
  const shown = found.slice(0, limit);
  return {
    entries: shown.map((row) => toEntryLine(row, nameOfOperator)),
    next: found.length > limit ? (shown.at(-1)?.seq ?? null) : null,
  };
}

function readFilter(
  { from, to, ...kind }: Omit<EntryFilter, 'text' | 'before' | 'limit'>,
  timeZone: string,
): KindFilter | { readonly wrong: FieldProblem[] } {
  const first = from === undefined ? undefined : readMoment(from, timeZone, 'from');
  const until = to === undefined ? undefined : readMoment(to, timeZone, 'to');
  const wrong = [
    ...(from !== undefined && first === undefined ? [{ path: 'from', problem: 'not-a-moment' }] : []),
    ...(to !== undefined && until === undefined ? [{ path: 'to', problem: 'not-a-moment' }] : []),
  ];
  return wrong.length > 0 ? { wrong } : { ...kind, from: first, until };
}
