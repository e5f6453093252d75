/**
 * Keeps the spans that the desk searches by close behind the log, beside the entry index, which has a keeper of its own: every few hundred rows, after they are durable, so that no visitor
 * waits for it. What is behind is read from the log itself, so nothing is missed. Part of the core.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { fillSpans } from './spans-sql.ts';

/** Rows that a search may have to read one by one. */
const rowsBehind = 200;

export interface Upkeep {
  /** A row of this number is in the log. */
  noteRow(seq: number): void;
}

/** Builds it; what the last run left behind is done when this returns. */
export function buildUpkeep(parts: {
  readonly database: WriteDatabase;
  readonly clock: Pick<Clock, 'soon'>;
  readonly onFault: (error: unknown) => void;
}): Upkeep {
  const { database, clock, onFault } = parts;
  const run = () => {
    try {
      while (!transaction(database, () => fillSpans(database))) {
        // one thousand after the other
      }
    } catch (error) {
      onFault(error);
    }
  };
  run();
  return {
    noteRow(seq) {
      if (seq % rowsBehind === 0) {
        clock.soon(run);
      }
    },
  };
}
