/** All SQL of passes. Functions take the handle first; times are ISO 8601 in UTC. */
import type { PassLine } from '../../contract/public.ts';
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';

/** A pass that this terminal has given out. */
export interface IssuedPass {
  /** The number and the identifier of the entry that it was given out for. */
  readonly seq: number;
  readonly entryId: string;
  readonly purpose: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
}

/** A pass that leads to nothing any more on this terminal. */
export interface Revocation {
  readonly entryId: string;
  readonly expiresAt: string;
}

const issued = 'seq, entry_id AS entryId, purpose, issued_at AS issuedAt, expires_at AS expiresAt';

/** Keeps a pass that is given out. */
export function insertPass(database: WriteDatabase, pass: IssuedPass): void {
  const { seq, entryId, purpose, issuedAt, expiresAt } = pass;
  const sql = 'INSERT INTO passes (seq, entry_id, purpose, issued_at, expires_at) VALUES (?, ?, ?, ?, ?)';
  change(database, 1, sql, seq, entryId, purpose, issuedAt, expiresAt);
}

/** The pass for the entry of this number. */
export function selectPass(database: ReadDatabase, seq: number): IssuedPass | undefined {
  return statement(database, `SELECT ${issued} FROM passes WHERE seq = ?`).get(seq) as IssuedPass | undefined;
}

/** The pass for the entry of this identifier. */
export function selectPassById(database: ReadDatabase, entryId: string): IssuedPass | undefined {
  return statement(database, `SELECT ${issued} FROM passes WHERE entry_id = ?`).get(entryId) as IssuedPass | undefined;
}

/** The passes that expire after this, newest first. */
export function selectPasses(database: ReadDatabase, now: string, limit: number): PassLine[] {
  const sql = `SELECT seq, purpose, issued_at AS issuedAt, expires_at AS expiresAt,
      EXISTS (SELECT 1 FROM pass_revocations WHERE pass_revocations.entry_id = passes.entry_id) AS revoked
    FROM passes WHERE expires_at > ? ORDER BY seq DESC LIMIT ?`;
  const rows = statement(database, sql).all(now, limit) as (Omit<PassLine, 'revoked'> & { revoked: number })[];
  return rows.map((row) => ({ ...row, revoked: row.revoked === 1 }));
}

/** Whether the pass for the entry of this identifier is revoked here. */
export function isRevoked(database: ReadDatabase, entryId: string): boolean {
  return statement(database, 'SELECT 1 FROM pass_revocations WHERE entry_id = ?').get(entryId) !== undefined;
}

/** Revokes a pass; nothing happens where it is revoked already. */
export function insertRevocation(database: WriteDatabase, { entryId, expiresAt }: Revocation): void {
  statement(database, 'INSERT INTO pass_revocations (entry_id, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING').run(
    entryId,
    expiresAt,
  );
}

/** Forgets what has expired by then. */
export function deleteExpired(database: WriteDatabase, now: string): void {
  statement(database, 'DELETE FROM passes WHERE expires_at <= ?').run(now);
  statement(database, 'DELETE FROM pass_revocations WHERE expires_at <= ?').run(now);
}
