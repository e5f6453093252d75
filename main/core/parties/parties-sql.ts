/** All SQL of parties. Functions take the handle first; times are ISO 8601 in UTC. */
import type { Party } from '../../contract/public.ts';
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';

/** A party as it is kept. */
export interface StoredParty extends Party {
  /** SHA-256 of the random part of its key. */
  readonly keyHash: Uint8Array;
  /** The how many-th key that is. */
  readonly generation: number;
}

interface PartyRow {
  readonly id: string;
  readonly name: string;
  readonly origins: string;
  readonly purposes: string;
  readonly webhook: string | null;
  readonly rate_count: number;
  readonly rate_seconds: number;
  readonly key_hash: Uint8Array;
  readonly generation: number;
  readonly created_at: string;
  readonly key_since: string;
}

const columns =
  'id, name, origins, purposes, webhook, rate_count, rate_seconds, key_hash, generation, created_at, key_since';

/** Those who may verify people, the oldest first. */
export function selectParties(database: ReadDatabase): StoredParty[] {
  const sql = `SELECT ${columns} FROM parties WHERE removed_at IS NULL ORDER BY created_at, id`;
  return (statement(database, sql).all() as PartyRow[]).map(toParty);
}

/** What each party is called, the removed ones included. */
export function selectPartyNames(database: ReadDatabase): { readonly id: string; readonly name: string }[] {
  return statement(database, 'SELECT id, name FROM parties').all() as { id: string; name: string }[];
}

export function insertParty(database: WriteDatabase, party: StoredParty): void {
  const { id, name, origins, purposes, webhook = null, rate, keyHash, generation, since, keySince } = party;
  const sql = `INSERT INTO parties (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  const lists = [JSON.stringify(origins), JSON.stringify(purposes)] as const;
  change(database, 1, sql, id, name, ...lists, webhook, rate.count, rate.seconds, keyHash, generation, since, keySince);
}

/** Another key stands for the one before. */
export function updatePartyKey(database: WriteDatabase, id: string, keyHash: Uint8Array, at: string): void {
  const sql = `UPDATE parties SET key_hash = ?, generation = generation + 1, key_since = ?
    WHERE id = ? AND removed_at IS NULL`;
  change(database, 1, sql, keyHash, at, id);
}

/** Nothing of a removed party stays but its identifier, its name and its times: rows of the log name it. */
export function updatePartyRemoved(database: WriteDatabase, id: string, at: string): void {
  const sql = `UPDATE parties SET removed_at = ?, origins = '[]', purposes = '[]', webhook = NULL, key_hash = zeroblob(32)
    WHERE id = ? AND removed_at IS NULL`;
  change(database, 1, sql, at, id);
}

function toParty(row: PartyRow): StoredParty {
  const { id, name, webhook, generation, created_at: since, key_since: keySince } = row;
  return {
    id,
    name,
    // Texts that this module has written.
    origins: JSON.parse(row.origins) as string[],
    purposes: JSON.parse(row.purposes) as string[],
    ...(webhook !== null && { webhook }),
    rate: { count: row.rate_count, seconds: row.rate_seconds },
    since,
    keySince,
    keyHash: row.key_hash,
    generation,
  };
}
