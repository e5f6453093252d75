/**
 * Keeps the spans of a running kiosk: when a thousand rows are full, after the last of them is durable, so that no
 * visitor waits for it. What has no spans yet is read from the log itself, so nothing is missed. Part of the core.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { blockRows, fillSpans } from './spans-sql.ts';

export interface SpanKeeper {
  /** A row of this number was written. */
  noteRow(seq: number): void;
  /** Ends it. What waits comes with the next start. */
  close(): void;
}

export interface SpanKeeperParts {
  readonly database: WriteDatabase;
  readonly clock: Pick<Clock, 'soon'>;
  /** Told when spans could not be written. The log is whole all the same, and the next thousand tries again. */
  readonly onFault: (error: unknown) => void;
}

/** Starts it; what the last run left behind is done when this returns. */
export function startSpanKeeper({ database, clock, onFault }: SpanKeeperParts): SpanKeeper {
  let isOpen = true;
  const fill = () => {
    try {
      while (isOpen && !transaction(database, () => fillSpans(database))) {
        // one thousand after the other
      }
    } catch (error) {
      onFault(error);
    }
  };
  fill();
  return {
    noteRow(seq) {
      if (seq % blockRows === 0) {
        clock.soon(fill);
      }
    },
    close() {
      isOpen = false;
    },
  };
}
