/**
 * When the head of the tree is signed: every hundred rows, every hour in which there was news, and whenever somebody
 * carries it away. Each is a transaction of its own, after the rows that it covers.
 */
import { signCheckpoint } from '../../contract/public.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { CancelTimer, Clock } from '../ports.ts';
import type { TerminalKey } from './terminal-key.ts';
import { buildTreeReader } from './tree.ts';
import { insertCheckpoint, type StoredCheckpoint, selectCheckpoint } from './tree-sql.ts';

/** Rows after which a head is signed by itself. */
const everyRows = 100;

/** Time after which a head is signed by itself when rows have come, in milliseconds. */
const everyMs = 60 * 60 * 1000;

export interface Checkpoints {
  /** Signs the head of this moment, unless it is signed already; undefined while the log is empty. */
  sign(): StoredCheckpoint | undefined;
  /** The newest that was signed. */
  newest(): StoredCheckpoint | undefined;
  /** As `sign`, where nobody waits for it: a fault is told elsewhere. */
  signByItself(): void;
  /** A row was written: a head is signed when it is time. */
  noteRow(seq: number): void;
  /** Ends the clock's work. */
  close(): void;
}

/** Builds it over an open database. */
export function buildCheckpoints(parts: {
  readonly database: WriteDatabase;
  readonly key: TerminalKey;
  readonly clock: Clock;
  /** Told when a head could not be signed by itself; the rows are safe all the same. */
  readonly onFault: (error: unknown) => void;
}): Checkpoints {
  const { database, key, clock } = parts;
  const tree = buildTreeReader(database);
  let cancelHour: CancelTimer | undefined;

  const sign = (): StoredCheckpoint | undefined => {
    const size = tree.size();
    if (size === 0) {
      return undefined;
    }
    return selectCheckpoint(database, size) ?? signNow(size);
  };
  const signNow = (size: number): StoredCheckpoint => {
    const head = { origin: key.verifier.name, size, root: tree.rootAt(size) };
    const note = signCheckpoint(head, key.verifier, key.sign);
    const checkpoint = { size, at: new Date(clock.now()).toISOString(), note };
    transaction(database, () => insertCheckpoint(database, checkpoint));
    return checkpoint;
  };
  const signByItself = (): void => {
    cancelHour?.();
    cancelHour = undefined;
    try {
      sign();
    } catch (error) {
      parts.onFault(error);
    }
  };

  return {
    sign,
    newest: () => selectCheckpoint(database),
    signByItself,
    noteRow(seq) {
      if (seq % everyRows === 0) {
        signByItself();
      } else {
        cancelHour ??= clock.after(everyMs, signByItself);
      }
    },
    close: () => cancelHour?.(),
  };
}
