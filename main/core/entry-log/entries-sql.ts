/**
 * All SQL of the entry log. Functions take the handle first; text and bytes are bound, never pasted.
 */
import type { VaccinationStatus } from '../../contract/public.ts';
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';
import type { ConsentGiven, EntryEvidence, EntryRow } from './entry.ts';

/** A row as SQLite gives it. */
interface StoredRow extends Omit<EntryRow, 'subject_salt' | 'status'> {
  readonly status: number | null;
  readonly subject_salt: Uint8Array | null;
}

/** The columns that a leaf is made of. */
export const evidenceColumns = [
  'seq',
  'id',
  'at',
  'site',
  'terminal',
  'purpose',
  'channel',
  'outcome',
  'status',
  'reason',
  'consent_version',
  'consent_locale',
  'consent_hash',
  'policy',
  'operator',
  'upstream_ref',
  'clock',
  'subject_commitment',
] as const satisfies (keyof EntryEvidence)[];

const columns = [
  ...evidenceColumns,
  'subject_ref',
  'subject_name',
  'subject_mobile',
  'subject_salt',
] as const satisfies (keyof EntryRow)[];

const insertSql = `INSERT INTO entries (${columns.join(', ')}, leaf_hash) VALUES (${columns.map(() => '?').join(', ')}, ?)`;

/** The number and time of the newest row; number 0 when the log is empty. */
export function selectNewest(database: ReadDatabase): { seq: number; at: string | null } {
  const newest = statement(database, 'SELECT seq, at FROM entries ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; at: string }
    | undefined;
  return newest ?? { seq: 0, at: null };
}

/** Writes one row with its leaf; inside a transaction of the caller. */
export function insertEntry(database: WriteDatabase, row: EntryRow, leaf: Uint8Array): void {
  const salt = row.subject_salt === null ? null : Buffer.from(row.subject_salt, 'hex');
  const bound = columns.map((column) => (column === 'subject_salt' ? salt : row[column]));
  change(database, 1, insertSql, ...bound, leaf);
}

/** The newest rows, oldest first. */
export function selectEntries(database: ReadDatabase, limit: number): EntryRow[] {
  const rows = statement(
    database,
    `SELECT ${columns.join(', ')} FROM (SELECT * FROM entries ORDER BY seq DESC LIMIT ?) ORDER BY seq`,
  ).all(limit) as StoredRow[];
  return rows.map(toEntryRow);
}

/** One whole row, which must be there. */
export function selectEntry(database: ReadDatabase, seq: number): EntryRow {
  const row = statement(database, `SELECT ${columns.join(', ')} FROM entries WHERE seq = ?`).get(seq);
  if (row === undefined) {
    throw new RangeError('there is no entry of this number');
  }
  return toEntryRow(row as StoredRow);
}

/** The evidence of one row: what its leaf was made of. */
export function selectEvidence(database: ReadDatabase, seq: number): EntryEvidence | undefined {
  const sql = `SELECT ${evidenceColumns.join(', ')} FROM entries WHERE seq = ?`;
  return statement(database, sql).get(seq) as EntryEvidence | undefined;
}

/** Keeps the text of a notice, once; a row may then name it by its hash. */
export function keepNotice(database: WriteDatabase, notice: ConsentGiven & { readonly text: string }): void {
  statement(
    database,
    'INSERT INTO notices (hash, version, locale, text) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(notice.hash, notice.version, notice.locale, notice.text);
}

function toEntryRow(stored: StoredRow): EntryRow {
  return {
    ...stored,
    status: toStatus(stored.status),
    subject_salt: stored.subject_salt === null ? null : Buffer.from(stored.subject_salt).toString('hex'),
  };
}

function toStatus(stored: number | null): VaccinationStatus | null {
  if (stored === null || stored === 0 || stored === 1 || stored === 2) {
    return stored;
  }
  throw new TypeError('an entry has a status that the table does not allow');
}
