/**
 * Keeps the entry index of a running kiosk: soon after rows have come, a few at a time, and never in the way of a
 * visit. Part of the core. Nothing waits for it: whoever searches reads the newest rows themselves.
 */
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { CancelTimer, Clock } from '../ports.ts';
import { catchUp } from './catch-up.ts';
import { emptyIndex, isWhole } from './mend.ts';

/** So many rows are not left waiting, and no more are brought in at once: a few milliseconds. */
export const keeperBatch = 256;

/** Fewer wait until no row has come for so long. */
const quietMs = 1000;
/** Between two batches visitors have their turn. */
const pauseMs = 20;
/** After a fault, such as a full disk. */
const tryAgainMs = 60_000;

export interface IndexKeeper {
  /** A row was written. */
  noteRow(): void;
  /** Ends the clock's work. What waits comes with the next start. */
  close(): void;
}

export interface IndexKeeperParts {
  readonly database: WriteDatabase;
  readonly clock: Pick<Clock, 'after'>;
  /** Told when the index could not be written. The log is whole all the same, and it is tried again. */
  readonly onFault: (error: unknown) => void;
}

/** Starts it. An index that is damaged, or that does not fit the log, is begun anew. */
export function startIndexKeeper({ database, clock, onFault }: IndexKeeperParts): IndexKeeper {
  let waiting = 0;
  let cancel: CancelTimer = () => {};
  let atWork = true;

  const workAfter = (milliseconds: number): void => {
    cancel();
    atWork = true;
    cancel = clock.after(milliseconds, work);
  };
  const work = (): void => {
    try {
      waiting = 0;
      if (catchUp(database, keeperBatch)) {
        atWork = false;
      } else {
        workAfter(pauseMs);
      }
    } catch (error) {
      onFault(error);
      workAfter(tryAgainMs);
    }
  };

  try {
    if (!isWhole(database)) {
      transaction(database, () => emptyIndex(database));
    }
  } catch (error) {
    onFault(error);
  }
  workAfter(pauseMs);
  return {
    noteRow() {
      waiting += 1;
      if (!atWork && waiting >= keeperBatch) {
        workAfter(0);
      } else if (!atWork) {
        cancel();
        cancel = clock.after(quietMs, work);
      }
    },
    close: () => cancel(),
  };
}
