/**
 * Looks at personal data, from beside a running kiosk (P6): who only reads cannot write a row, so the look is noted in
 * a small database of its own, durably and before anything is shown. The kiosk makes rows of the notes. Part of the core.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { CancelTimer, Clock, Files } from '../ports.ts';
import type { AppendAct } from './owed-act.ts';

/** The name of the notes inside the data folder. */
const looksName = 'looks.db';

const createTable = `CREATE TABLE IF NOT EXISTS looks (
  id INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL) STRICT`;

/** What was looked at: the name of the act in the log. */
export type LookKind = 'list' | 'find';

interface Noted {
  readonly times: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Null where there is none. */
  readonly newest: number | null;
}

/**
 * Notes a look; durable when this returns. `at` is ISO 8601 in UTC.
 * @throws the library's SqliteError when it cannot be noted; then nothing may be shown
 */
export function noteLook(data: string, kind: LookKind, at: string, files: Files): void {
  const path = join(data, looksName);
  const notes = new Database(path, { timeout: 5000 });
  try {
    files.protect(path);
    notes.pragma('journal_mode = DELETE');
    notes.pragma('synchronous = FULL');
    notes.exec(createTable);
    notes.prepare('INSERT INTO looks (kind, at) VALUES (?, ?)').run(kind, at);
  } finally {
    notes.close();
  }
}

/** Makes one row of all noted looks of a kind; a note goes only after its row is written. */
export function writeLooks(data: string, append: AppendAct, kinds: readonly LookKind[] = ['find', 'list']): void {
  const notes = openNotes(data);
  if (notes === undefined) {
    return;
  }
  try {
    notes.exec(createTable);
    for (const kind of kinds) {
      const noted = notes.prepare(selectNoted).get(kind) as Noted;
      if (noted.newest !== null) {
        if (append({ outcome: 'act', channel: 'operator', reason: lookReason(kind, noted) }) === undefined) {
          return;
        }
        notes.prepare('DELETE FROM looks WHERE kind = ? AND id <= ?').run(kind, noted.newest);
      }
    }
  } finally {
    notes.close();
  }
}

const selectNoted =
  'SELECT count(*) AS times, min(at) AS first, max(at) AS last, max(id) AS newest FROM looks WHERE kind = ?';

/** `view: find at ...`: when it was, because it is told later. */
function lookReason(kind: LookKind, { times, first, last }: Noted): string {
  return times === 1 ? `view: ${kind} at ${first}` : `view: ${kind}, ${times} times from ${first} to ${last}`;
}

/** Who looked for somebody stands in the log within so many milliseconds; lists wait for the hour. */
const watchMs = 10_000;
/** What is wrong with the notes needs a person, who need not be told every ten seconds. */
const afterFaultMs = 60 * 60 * 1000;

/** Writes down every look for a person soon after it was noted. @returns how to end it */
export function watchLooks(parts: {
  readonly data: string;
  readonly append: AppendAct;
  readonly clock: Clock;
  /** The notes are a file of their own: what is wrong with them is not wrong with the log. */
  readonly onFault: (error: unknown) => void;
}): () => void {
  const { data, append, clock, onFault } = parts;
  let cancel: CancelTimer = () => {};
  const wait = (milliseconds: number): void => {
    cancel = clock.after(milliseconds, () => {
      try {
        writeLooks(data, append, ['find']);
        wait(watchMs);
      } catch (error) {
        onFault(error);
        wait(afterFaultMs);
      }
    });
  };
  wait(watchMs);
  return () => cancel();
}

/** The notes, where there are any. */
function openNotes(data: string): Database.Database | undefined {
  try {
    return new Database(join(data, looksName), { fileMustExist: true, timeout: 1000 });
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CANTOPEN')) {
      return undefined;
    }
    throw error;
  }
}
