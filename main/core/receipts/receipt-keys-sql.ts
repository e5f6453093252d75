/** All SQL of the keys of receipts. Functions take the handle first; times are ISO 8601 in UTC. Part of the core. */
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';

/** One generation of the key. */
export interface StoredKey {
  readonly generation: number;
  /** The 32 bytes of the public key in base64url. */
  readonly publicKey: string;
  readonly announcedAt: string;
  /** Since when it signs; null while it is announced. */
  readonly since: string | null;
  /** Until when its receipts may be shown; null while it signs. */
  readonly shownUntil: string | null;
}

/** All generations, the newest first. */
export function selectReceiptKeys(database: ReadDatabase): StoredKey[] {
  const sql = `SELECT generation, public_key AS publicKey, announced_at AS announcedAt, since, shown_until AS shownUntil
    FROM receipt_keys ORDER BY generation DESC`;
  return statement(database, sql).all() as StoredKey[];
}

/** Announces the next generation. */
export function insertReceiptKey(
  database: WriteDatabase,
  { generation, publicKey, announcedAt }: Pick<StoredKey, 'generation' | 'publicKey' | 'announcedAt'>,
): void {
  const sql = 'INSERT INTO receipt_keys (generation, public_key, announced_at) VALUES (?, ?, ?)';
  change(database, 1, sql, generation, publicKey, announcedAt);
}

/** A generation signs from now on, and so none before it does. */
export function beginReceiptKey(
  database: WriteDatabase,
  {
    generation,
    since,
    shownUntil,
  }: { readonly generation: number; readonly since: string; readonly shownUntil: string },
): void {
  const retire = 'UPDATE receipt_keys SET shown_until = ? WHERE generation < ? AND shown_until IS NULL';
  statement(database, retire).run(shownUntil, generation);
  change(database, 1, 'UPDATE receipt_keys SET since = ? WHERE generation = ? AND since IS NULL', since, generation);
}

/** What was noted while the clock was ahead is as of now: its age would be counted from a day that is yet to come. */
export function bringBack(database: WriteDatabase, now: string): void {
  const sql = `UPDATE receipt_keys SET announced_at = min(announced_at, ?), since = min(since, ?)
    WHERE shown_until IS NULL AND (announced_at > ? OR since > ?)`;
  statement(database, sql).run(now, now, now, now);
}
