/** All SQL of operators, their recovery code and the acts that are owed to the log. Functions take the handle first. */
import type { OperatorRole } from '../../contract/public.ts';
import { change, type ReadDatabase, statement, type WriteDatabase } from '../db/database.ts';
import type { HashedSecret } from './secret-hash.ts';

/** A row of `operators`. `last_failure_at` is in milliseconds since 1970, the others are ISO 8601 in UTC. */
export interface OperatorRow extends HashedSecret {
  readonly id: string;
  readonly name: string;
  readonly role: OperatorRole;
  readonly failures: number;
  readonly last_failure_at: number | null;
  readonly created_at: string;
  readonly disabled_at: string | null;
}

/** What is known of the recovery code. */
export interface RecoveryRow {
  /** Undefined while there is none. */
  readonly hashed: HashedSecret | undefined;
  readonly failures: number;
  readonly last_failure_at: number | null;
}

/** An act whose row is still to be written. */
export interface OwedAct {
  readonly id: number;
  readonly operator: string;
  readonly reason: string;
}

const columns = 'id, name, role, salt, hash, cost, failures, last_failure_at, created_at, disabled_at';

/** All operators, the oldest first. */
export function selectOperators(database: ReadDatabase): OperatorRow[] {
  return statement(database, `SELECT ${columns} FROM operators ORDER BY created_at, id`).all() as OperatorRow[];
}

export function selectOperator(database: ReadDatabase, id: string): OperatorRow | undefined {
  return statement(database, `SELECT ${columns} FROM operators WHERE id = ?`).get(id) as OperatorRow | undefined;
}

export function insertOperator(
  database: WriteDatabase,
  operator: Pick<OperatorRow, 'id' | 'name' | 'role' | 'created_at'> & HashedSecret,
): void {
  const { id, name, role, salt, hash, cost, created_at } = operator;
  const sql = 'INSERT INTO operators (id, name, role, salt, hash, cost, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)';
  change(database, 1, sql, id, name, role, salt, hash, cost, created_at);
}

/** A new PIN; the operator may unlock again, whatever was. */
export function updatePin(database: WriteDatabase, id: string, { salt, hash, cost }: HashedSecret): void {
  const sql = `UPDATE operators SET salt = ?, hash = ?, cost = ?, failures = 0, last_failure_at = NULL, disabled_at = NULL
    WHERE id = ?`;
  change(database, 1, sql, salt, hash, cost, id);
}

/** The operator may not unlock any more; `at` is ISO 8601 in UTC. */
export function updateDisabled(database: WriteDatabase, id: string, at: string): void {
  change(database, 1, 'UPDATE operators SET disabled_at = ? WHERE id = ?', at, id);
}

/** Counts a try; `at` is in milliseconds since 1970. */
export function countTry(database: WriteDatabase, id: string, at: number): void {
  change(database, 1, 'UPDATE operators SET failures = failures + 1, last_failure_at = ? WHERE id = ?', at, id);
}

/** The PIN was right. */
export function clearTries(database: WriteDatabase, id: string): void {
  change(database, 1, 'UPDATE operators SET failures = 0, last_failure_at = NULL WHERE id = ?', id);
}

export function selectRecovery(database: ReadDatabase): RecoveryRow {
  const row = statement(
    database,
    'SELECT salt, hash, cost, failures, last_failure_at FROM operator_recovery',
  ).get() as {
    readonly [column in keyof HashedSecret]: HashedSecret[column] | null;
  } & Pick<RecoveryRow, 'failures' | 'last_failure_at'>;
  const { salt, hash, cost, failures, last_failure_at } = row;
  const hashed = salt === null || hash === null || cost === null ? undefined : { salt, hash, cost };
  return { hashed, failures, last_failure_at };
}

/** Counts a try of the code; `at` is in milliseconds since 1970. */
export function countRecoveryTry(database: WriteDatabase, at: number): void {
  change(database, 1, 'UPDATE operator_recovery SET failures = failures + 1, last_failure_at = ?', at);
}

/** A new code stands for the one before, or none does; tries begin anew. `at` is ISO 8601 in UTC. */
export function updateRecovery(database: WriteDatabase, hashed: HashedSecret | undefined, at: string): void {
  const sql = `UPDATE operator_recovery
    SET salt = ?, hash = ?, cost = ?, failures = 0, last_failure_at = NULL, created_at = ?`;
  change(database, 1, sql, hashed?.salt ?? null, hashed?.hash ?? null, hashed?.cost ?? null, at);
}

/** @returns the number under which the act is owed */
export function insertOwedAct(database: WriteDatabase, operator: string, reason: string): number {
  const sql = 'INSERT INTO operator_acts_owed (operator, reason) VALUES (?, ?)';
  return Number(statement(database, sql).run(operator, reason).lastInsertRowid);
}

/** What is owed, the oldest first. */
export function selectOwedActs(database: ReadDatabase): OwedAct[] {
  return statement(database, 'SELECT id, operator, reason FROM operator_acts_owed ORDER BY id').all() as OwedAct[];
}

export function deleteOwedAct(database: WriteDatabase, id: number): void {
  change(database, 1, 'DELETE FROM operator_acts_owed WHERE id = ?', id);
}
