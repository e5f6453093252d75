/**
 * The lines of an export as SQLite writes them: a page of rows becomes one text, so that a million rows never become
 * millions of values in JavaScript. A page is good until the next one.
 */
import { type ReadDatabase, statement } from '../db/database.ts';
import { evidenceJson } from '../entry-log/canonical-sql.ts';
import { evidenceColumns } from '../entry-log/entries-sql.ts';

/** Rows of one page: some fifty kilobytes. */
const pageRows = 100;

/** Leaves of one page: a row has but 32 bytes. */
const leafPageRows = 1000;

/** The numbers of the first and the last row. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

const jsonLine = `${evidenceJson} || char(10)`;

const subjectLine = `json_object('mobile', subject_mobile, 'name', subject_name,
  'salt', lower(hex(subject_salt)), 'seq', seq) || char(10)`;

/** Columns that are numbers; a spreadsheet may have them as such. */
const numbers: readonly string[] = ['seq', 'status'];

/** Columns whose own form begins with a digit and that no spreadsheet takes for a number. */
const plain: readonly string[] = ['id', 'at', 'consent_hash', 'upstream_ref', 'subject_commitment'];

/**
 * A cell that no spreadsheet takes for a formula or a number: it may begin with a letter, and where the column's form
 * has it with a digit; before anything else goes an apostrophe, also before the full-width signs from U+FF00 on.
 */
function cell(column: string): string {
  const digits = plain.includes(column) ? ` OR (${column} >= '0' AND ${column} < ':')` : '';
  return `CASE WHEN (${column} >= 'A' AND ${column} < char(65280))${digits} THEN ${column}
    WHEN coalesce(${column}, '') = '' THEN '' ELSE '''' || ${column} END`;
}

/** The columns of `entries.csv`; those of the person only when they are revealed. */
export function tableColumns(reveal: boolean): readonly string[] {
  return reveal ? [...evidenceColumns, 'subject_name', 'subject_mobile'] : evidenceColumns;
}

/** RFC 4180; `%w` doubles quotation marks, and ends a text at a NUL, which no spreadsheet takes. */
function tableLine(reveal: boolean): string {
  const columns = tableColumns(reveal);
  const form = columns.map((column) => (numbers.includes(column) ? '%s' : '"%w"')).join(',');
  const cells = columns.map((column) => (numbers.includes(column) ? `coalesce(${column}, '')` : cell(column)));
  return `format('${form}' || char(13, 10), ${cells.join(', ')})`;
}

/** The lines of the evidence. */
export function selectEvidenceLines(database: ReadDatabase, range: RowRange): Iterable<Buffer> {
  return pages(database, range, jsonLine);
}

/** The lines of the table, without its heading. */
export function selectTableLines(database: ReadDatabase, range: RowRange, reveal: boolean): Iterable<Buffer> {
  return pages(database, range, tableLine(reveal));
}

/** The lines of what is revealed of persons; rows whose subject is gone have none. */
export function selectSubjectLines(database: ReadDatabase, range: RowRange): Iterable<Buffer> {
  return pages(database, range, subjectLine, { and: 'AND subject_salt IS NOT NULL' });
}

/** The leaf hashes, 32 bytes a row. */
export function* selectLeaves(database: ReadDatabase, range: RowRange): Iterable<Buffer> {
  for (const hex of pages(database, range, 'hex(leaf_hash)', { rows: leafPageRows })) {
    yield Buffer.from(hex.toString('latin1'), 'hex');
  }
}

/**
 * A page is read as one text and written into one buffer that is used again: buffers of SQLite's would lie outside the
 * heap in their dozens before anybody collected them.
 */
function* pages(
  database: ReadDatabase,
  { first, last }: RowRange,
  line: string,
  { and = '', rows = pageRows }: { readonly and?: string; readonly rows?: number } = {},
): Iterable<Buffer> {
  // It goes along the primary key: the lines are in the order of the rows.
  const sql = `SELECT group_concat(${line}, '') FROM entries WHERE seq BETWEEN ? AND ? ${and}`;
  const page = statement(database, sql).pluck();
  let buffer = Buffer.allocUnsafeSlow(pageRows * 1024);
  for (let from = first; from <= last; from += rows) {
    const lines = page.get(from, Math.min(last, from + rows - 1));
    if (typeof lines === 'string') {
      // A character of UTF-16 takes at most three bytes of UTF-8.
      if (buffer.length < lines.length * 3) {
        buffer = Buffer.allocUnsafeSlow(lines.length * 3);
      }
      yield buffer.subarray(0, buffer.write(lines, 'utf8'));
    }
  }
}

/**
 * The first and the last row of a time, among those up to `size`. Every row between them belongs to the export,
 * whatever a wrong clock wrote on it: a range has no holes.
 * @param from ISO 8601 in UTC with milliseconds; `before` likewise, and not itself in the range
 */
export function selectRange(
  database: ReadDatabase,
  {
    after,
    size,
    from,
    before,
  }: { after: number; size: number; from?: string | undefined; before?: string | undefined },
): RowRange | undefined {
  if (from === undefined && before === undefined) {
    return after < size ? { first: after + 1, last: size } : undefined;
  }
  const sql = `SELECT min(seq) AS first, max(seq) AS last FROM entries
    WHERE seq > ? AND seq <= ? AND at >= ? AND at < ?`;
  const row = statement(database, sql).get(after, size, from ?? '', before ?? '~') as {
    first: number | null;
    last: number | null;
  };
  return row.first === null || row.last === null ? undefined : { first: row.first, last: row.last };
}
