/**
 * Brings a database to this program's version, one numbered step after the other, each in its own transaction.
 * A database that is newer than the program is refused: an old program would write rows that the new one misreads.
 */
import { type ReadDatabase, transaction, type WriteDatabase } from './database.ts';
import { migration0010Entries } from './migrations/0010-entries.ts';
import { migration0020Limits } from './migrations/0020-limits.ts';
import { migration0030TerminalState } from './migrations/0030-terminal-state.ts';
import { migration0040Tree } from './migrations/0040-tree.ts';
import { migration0050Erasure } from './migrations/0050-erasure.ts';
import { migration0060EntryIndex } from './migrations/0060-entry-index.ts';
import { migration0070Operators } from './migrations/0070-operators.ts';
import { migration0080Desk } from './migrations/0080-desk.ts';
import { migration0090Passes } from './migrations/0090-passes.ts';
import { migration0100Roster } from './migrations/0100-roster.ts';
import { migration0110CodeSends } from './migrations/0110-code-sends.ts';
import { migration0120Parties } from './migrations/0120-parties.ts';
import { migration0130Outbox } from './migrations/0130-outbox.ts';
import { migration0140ReceiptKeys } from './migrations/0140-receipt-keys.ts';

/** One step; `version` is what `user_version` becomes. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What SQL cannot say, after it. */
  readonly fill?: (database: WriteDatabase) => void;
  /** What must come last, such as triggers that would stand in the way. */
  readonly after?: string;
}

/** All steps, in order. */
export const migrations: readonly Migration[] = [
  migration0010Entries,
  migration0020Limits,
  migration0030TerminalState,
  migration0040Tree,
  migration0050Erasure,
  migration0060EntryIndex,
  migration0070Operators,
  migration0080Desk,
  migration0090Passes,
  migration0100Roster,
  migration0110CodeSends,
  migration0120Parties,
  migration0130Outbox,
  migration0140ReceiptKeys,
];

/** The version that this program reads and writes. */
export const newestVersion = migrations.at(-1)?.version ?? 0;

/** The database was written by a newer Pravesh. */
export class NewerDatabaseError extends Error {
  constructor(found: number) {
    super(`the entry log is of version ${found}, this program knows versions up to ${newestVersion}`);
    this.name = 'NewerDatabaseError';
  }
}

/** The version of a database; 0 when it is new. */
export function versionOf(database: ReadDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * Applies what is missing, up to `target`.
 * @throws NewerDatabaseError when the database is ahead of this program; nothing has been changed then
 */
export function migrate(database: WriteDatabase, target: number = newestVersion): void {
  const found = versionOf(database);
  if (found > newestVersion) {
    throw new NewerDatabaseError(found);
  }
  for (const migration of migrations) {
    if (migration.version > found && migration.version <= target) {
      transaction(database, () => {
        database.exec(migration.sql);
        migration.fill?.(database);
        database.exec(migration.after ?? '');
        database.pragma(`user_version = ${migration.version}`);
      });
    }
  }
}
