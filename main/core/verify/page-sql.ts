/**
 * Rows as a verifier reads them: a page of them at once, already in the bytes that were hashed. All SQL of it. Functions
 * take the handle first.
 */
import { type ReadDatabase, statement } from '../db/database.ts';
import { sqliteCode } from '../db/sqlite-code.ts';
import { evidenceJson, personJson } from '../entry-log/canonical-sql.ts';

/** Rows of one page: some hundred kilobytes. */
export const pageRows = 100;

/** Some rows in their order, column by column. The bytes are the reader's own: it may write into them. */
export interface Page {
  /** How many of the rows are there. */
  readonly rows: number;
  /** The canonical evidence of each, a line feed before it. */
  readonly lines: Buffer;
  /** The stored leaf hashes, one after the other; undefined when one of them is not 32 bytes. */
  readonly leaves: Buffer | undefined;
  /**
   * Of each, after a line feed: the salt in hex (a hyphen where there is none), the commitment as JSON, and the canonical
   * JSON of what is kept of the person.
   */
  readonly persons: Buffer;
}

const nothing = Buffer.alloc(0);
const line = `char(10) || ${evidenceJson}`;
const person = `char(10) ||
  CASE typeof(subject_salt) WHEN 'blob' THEN hex(subject_salt) WHEN 'null' THEN '-' ELSE '?' END ||
  json_quote(subject_commitment) || ${personJson}`;

// It goes along the primary key; in another order nothing would verify.
const pageSql = `SELECT count(*) AS rows, CAST(group_concat(${line}, '') AS BLOB) AS lines,
    CAST(group_concat(${person}, '') AS BLOB) AS persons, CAST(group_concat(leaf_hash, '') AS BLOB) AS leaves,
    sum(length(leaf_hash) = 32) AS whole
  FROM entries WHERE seq BETWEEN ? AND ?`;

/** The rows of these numbers. */
export function selectPage(database: ReadDatabase, first: number, last: number): Page {
  const select = statement(database, pageSql);
  try {
    const { rows, lines, persons, leaves, whole } = select.get(first, last) as {
      rows: number;
      lines: Buffer | null;
      persons: Buffer | null;
      leaves: Buffer | null;
      whole: number | null;
    };
    const bytes = { lines: lines ?? nothing, persons: persons ?? nothing };
    return { rows, ...bytes, leaves: whole === rows && leaves !== null ? leaves : undefined };
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_ERROR') {
      throw error;
    }
    return selectOddPage(database, first, last);
  }
}

/** A page with a row that has no canonical form: what is nothing of it stays empty, and is found to be wrong. */
function selectOddPage(database: ReadDatabase, first: number, last: number): Page {
  const numbers = selectNumbers(database, first, last);
  const each = (column: string) => Buffer.concat(numbers.map((seq) => selectOdd(database, column, seq)));
  return { rows: numbers.length, lines: each(line), persons: each(person), leaves: undefined };
}

function selectOdd(database: ReadDatabase, column: string, seq: number): Buffer {
  const select = statement(database, `SELECT CAST(${column} AS BLOB) FROM entries WHERE seq = ?`).pluck();
  try {
    return select.get(seq) as Buffer;
  } catch (error) {
    if (sqliteCode(error) !== 'SQLITE_ERROR') {
      throw error;
    }
    return Buffer.from('\n');
  }
}

/** The numbers between these two that have a row, in order. */
export function selectNumbers(database: ReadDatabase, first: number, last: number): readonly number[] {
  const sql = 'SELECT seq FROM entries WHERE seq BETWEEN ? AND ? ORDER BY seq';
  return statement(database, sql).pluck().all(first, last) as number[];
}

/** The leaf hash that a row has, whatever it is. */
export function selectLeaf(database: ReadDatabase, seq: number): unknown {
  return statement(database, 'SELECT leaf_hash FROM entries WHERE seq = ?').pluck().get(seq);
}
