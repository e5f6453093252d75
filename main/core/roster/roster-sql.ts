/** All SQL of the roster. Functions take the handle first; nobody outside of the roster that holds is ever answered with. */
import type { VaccinationStatus } from '../../contract/public.ts';
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';

/** The roster that holds. `importedAt` is ISO 8601 in UTC. */
export interface CurrentRoster {
  readonly generation: number;
  readonly importedAt: string;
}

/** Which one holds, if any. */
export function selectCurrent(database: ReadDatabase): CurrentRoster | undefined {
  const sql = 'SELECT generation, imported_at AS importedAt FROM roster';
  return statement(database, sql).get() as CurrentRoster | undefined;
}

/** Makes another generation the one that holds; inside a transaction of the caller. */
export function upsertCurrent(database: WriteDatabase, { generation, importedAt }: CurrentRoster): void {
  const sql = `INSERT INTO roster (id, generation, imported_at) VALUES (1, ?, ?)
    ON CONFLICT (id) DO UPDATE SET generation = excluded.generation, imported_at = excluded.imported_at`;
  change(database, 1, sql, generation, importedAt);
}

/** From here on there is no roster; inside a transaction of the caller. */
export function deleteCurrent(database: WriteDatabase): void {
  change(database, 1, 'DELETE FROM roster');
}

/** How many people a generation has. */
export function countPeople(database: ReadDatabase, generation: number): number {
  const sql = 'SELECT count(*) FROM roster_people WHERE generation = ?';
  return statement(database, sql).pluck().get(generation) as number;
}

/** Somebody, as they are kept. */
export interface KeptPerson {
  readonly reference: string;
  /** Their `subject_ref`. */
  readonly ref: string;
}

/** Adds somebody; inside a transaction of the caller. */
export function insertPerson(database: WriteDatabase, generation: number, { reference, ref }: KeptPerson): void {
  const sql = 'INSERT INTO roster_people (generation, reference, subject_ref) VALUES (?, ?, ?)';
  change(database, 1, sql, generation, reference, ref);
}

/** A generation that is not the one that holds (0 for none), and of which there is still something. */
export function selectStale(database: ReadDatabase, current: number): number | undefined {
  const sql = `SELECT coalesce(
    (SELECT min(generation) FROM roster_people WHERE generation < ?),
    (SELECT max(generation) FROM roster_people WHERE generation > ?))`;
  return (statement(database, sql).pluck().get(current, current) as number | null) ?? undefined;
}

/** Deletes up to so many people of a generation. @returns how many */
export function deletePeople(database: WriteDatabase, generation: number, limit: number): number {
  const sql = `DELETE FROM roster_people WHERE generation = ? AND reference IN
    (SELECT reference FROM roster_people WHERE generation = ? LIMIT ?)`;
  return statement(database, sql).run(generation, generation, limit).changes;
}

/**
 * Takes everybody out whose `subject_ref` begins so, also of generations on their way in: half of one is a number, a
 * whole one a person. Reads them all; inside a transaction of the caller. @returns how many lines of the roster that
 * holds are gone
 */
export function deleteBySubject(database: WriteDatabase, ref: string): number {
  // "g" comes after every hex digit.
  const sql = 'DELETE FROM roster_people WHERE subject_ref >= ? AND subject_ref < ? RETURNING generation';
  const generations = statement(database, sql).pluck().all(ref, `${ref}g`);
  const current = selectCurrent(database)?.generation;
  return generations.filter((generation) => generation === current).length;
}

/** People of a generation in the order of their references, by their bytes, from after one of them on. */
export function selectPeople(
  database: ReadDatabase,
  generation: number,
  { after, limit }: { readonly after: string; readonly limit: number },
): KeptPerson[] {
  const sql = `SELECT reference, subject_ref AS ref FROM roster_people
    WHERE generation = ? AND reference > ? ORDER BY reference LIMIT ?`;
  return statement(database, sql).all(generation, after, limit) as KeptPerson[];
}

/** Whose entry it is, and the status that came with it; null where nobody is known, or no status came. */
export interface EntryOfPerson {
  readonly ref: string | null;
  readonly status: VaccinationStatus | null;
}

/** Reads it of one entry. */
export function selectOfPerson(database: ReadDatabase, seq: number): EntryOfPerson | undefined {
  const sql = 'SELECT subject_ref AS ref, status FROM entries WHERE seq = ?';
  return statement(database, sql).get(seq) as EntryOfPerson | undefined;
}

/** When an entry was written, ISO 8601 in UTC. */
export function selectTime(database: ReadDatabase, seq: number): string | null {
  return (statement(database, 'SELECT at FROM entries WHERE seq = ?').pluck().get(seq) as string | undefined) ?? null;
}

/** Whether somebody was erased by the acts after one row, up to another. */
export function hasErasure(database: ReadDatabase, after: number, upTo: number): boolean {
  const sql = "SELECT 1 FROM entries WHERE seq > ? AND seq <= ? AND outcome = 'act' AND reason GLOB 'erase: *' LIMIT 1";
  return statement(database, sql).get(after, upTo) !== undefined;
}
