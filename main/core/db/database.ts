/**
 * Opens `pravesh.db` the same way everywhere: every pragma is set and read back, because SQLite ignores a misspelt
 * one and forgets others on every open (trust.md, "Facts that decide designs").
 */
import Database from 'better-sqlite3';

declare const access: unique symbol;

/** A handle that may only read: `query_only` is on, so that SQLite itself refuses a write. */
export type ReadDatabase = Database.Database & { readonly [access]: 'read' | 'write' };

/** The one handle that writes. */
export type WriteDatabase = Database.Database & { readonly [access]: 'write' };

/** Bytes "Prav" in the file's header: tells that the file is ours (`PRAGMA application_id`). */
const applicationId = 0x50726176;

/** What must hold on every open, with the value that SQLite answers when it does. */
const pragmas = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['secure_delete', 'ON', 1],
  // What SQLite sorts must not come to lie in files of the system's temporary folder, which nobody erases.
  ['temp_store', 'MEMORY', 2],
  ['trusted_schema', 'OFF', 0],
  ['busy_timeout', '5000', 5000],
] as const;

/** A pragma did not take: the file system or the library cannot do what the log promises. */
export class PragmaError extends Error {
  constructor(pragma: string) {
    super(`SQLite did not accept PRAGMA ${pragma}: this file system cannot hold the entry log`);
    this.name = 'PragmaError';
  }
}

/**
 * Opens or makes the database for writing. The caller holds the lock of the data folder.
 * @throws PragmaError or the library's SqliteError
 */
export function openForWriting(path: string): WriteDatabase {
  const database = new Database(path);
  try {
    for (const [name, value, expected] of pragmas) {
      setPragma(database, name, value, expected);
    }
    if (database.pragma('application_id', { simple: true }) === 0) {
      setPragma(database, 'application_id', String(applicationId), applicationId);
    }
    return database as WriteDatabase;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Opens an existing database for reading beside a running writer.
 * @throws the library's SqliteError when the file is not there or is no database
 */
export function openForReading(path: string): ReadDatabase {
  const database = new Database(path, { readonly: true, fileMustExist: true });
  try {
    setPragma(database, 'busy_timeout', '5000', 5000);
    setPragma(database, 'query_only', 'ON', 1);
    return database as ReadDatabase;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The pragmas as they are on this handle, for the doctor and tests. */
export function readPragmas(database: ReadDatabase): Record<string, unknown> {
  return Object.fromEntries(pragmas.map(([name]) => [name, database.pragma(name, { simple: true })]));
}

function setPragma(database: Database.Database, name: string, value: string, expected: string | number): void {
  database.pragma(`${name} = ${value}`);
  if (database.pragma(name, { simple: true }) !== expected) {
    throw new PragmaError(`${name} = ${value}`);
  }
}

/** What may be bound to a statement. */
export type Bound = string | number | bigint | Uint8Array | null;

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A prepared statement, made once for each handle and text: preparing costs more than running. */
export function statement(database: ReadDatabase, sql: string): Database.Statement {
  const known = statements.get(database) ?? new Map<string, Database.Statement>();
  statements.set(database, known);
  const prepared = known.get(sql) ?? database.prepare(sql);
  known.set(sql, prepared);
  return prepared;
}

/** Runs a statement that must change exactly so many rows; anything else is our mistake and rolls back. */
export function change(database: WriteDatabase, rows: number, sql: string, ...bound: Bound[]): void {
  const { changes } = statement(database, sql).run(...bound);
  if (changes !== rows) {
    throw new TypeError(`a statement changed ${changes} rows where ${rows} were meant: ${sql}`);
  }
}

/** Runs a body in a transaction, for each handle: making one costs more than beginning a transaction. */
const runners = new WeakMap<Database.Database, Database.Transaction<(body: () => unknown) => unknown>>();

/** Runs the body in one transaction that takes the write lock at once; it is durable when this returns. */
export function transaction<T>(database: WriteDatabase, body: () => T): T {
  const runner = runners.get(database) ?? database.transaction((run: () => unknown) => run());
  runners.set(database, runner);
  // It answers what the body answers; its type cannot say so.
  return runner.immediate(body) as T;
}
