/**
 * Makes a backup of the log every day, in a thread of its own, and keeps a few. It finds damage in the file as well, in
 * pages that nobody has read for months. Part of the core.
 */
import { join } from 'node:path';
import { selectNewest } from '../entry-log/entries-sql.ts';
import { upsertState } from '../health/terminal-state-sql.ts';
import type { CancelTimer, Clock, Files, Logger } from '../ports.ts';
import { type ReadDatabase, transaction, type WriteDatabase } from './database.ts';
import { backupsFolder, dropBackups, isErasedSince, listBackups, nameBackup } from './kept-backups.ts';

/** What came of one. */
export type BackupOutcome = 'made' | 'damaged' | 'failed';

/** Under this key the terminal remembers when its newest backup was made. */
export const lastBackupKey = 'last-backup';

export interface RollingBackups {
  /** Something of a person was erased: what holds it goes at once, and a new backup follows. */
  drop(): void;
  close(): Promise<void>;
}

export interface RollingBackupParts {
  readonly database: WriteDatabase;
  /** The data folder. */
  readonly data: string;
  /** How many are kept; 0 makes none. */
  readonly keep: number;
  readonly files: Files;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Makes one in a thread of its own. Never rejects. */
  readonly make: (file: string) => { readonly outcome: Promise<BackupOutcome>; readonly stop: () => void };
  /** The file of the log is not whole. */
  readonly onDamaged: () => void;
}

/** From the start, or from an erasure, to the first; the start belongs to the visitors. */
const firstAfterMs = 2 * 60_000;
const lookEveryMs = 60 * 60_000;
const dayMs = 24 * 60 * 60_000;

/** What must be left on the disk beside a backup, in bytes. */
const spareBytes = 64 * 1024 * 1024;

/** Starts it; what was erased from meanwhile is gone when this returns. @returns how to end it */
export function startRollingBackups(parts: RollingBackupParts): RollingBackups {
  const { database, data, files, clock, logger } = parts;
  let cancel: CancelTimer = () => {};
  let running: { readonly ended: Promise<void>; readonly stop: () => void } | undefined;
  let drops = 0;
  let closed = false;

  const lookAfter = (milliseconds: number): void => {
    cancel();
    cancel = closed || parts.keep === 0 ? () => {} : clock.after(milliseconds, look);
  };
  const look = (): void => {
    const [newest] = listBackups(data, files);
    const isDue = newest === undefined || Math.abs(clock.now() - newest.at) >= dayMs;
    if (running === undefined && isDue && hasRoom(parts)) {
      running = begin();
    }
    lookAfter(lookEveryMs);
  };
  const begin = () => {
    files.makeFolder(join(data, backupsFolder));
    const { seq } = selectNewest(database);
    const file = join(data, backupsFolder, nameBackup(seq, clock.now()));
    const { outcome, stop } = parts.make(file);
    const dropsBefore = drops;
    const finish = async () => {
      const came = await outcome;
      running = undefined;
      if (drops > dropsBefore) {
        attempt(logger, () => dropBackups(data, files));
      } else if (!closed) {
        finishOne(parts, came);
      }
    };
    return { ended: finish(), stop };
  };

  dropErased(parts);
  lookAfter(firstAfterMs);
  return {
    drop() {
      drops += 1;
      running?.stop();
      attempt(logger, () => dropBackups(data, files));
      lookAfter(firstAfterMs);
    },
    async close() {
      closed = true;
      cancel();
      running?.stop();
      await running?.ended;
    },
  };
}

/** What the last run may have left: backups of before an erasure, and one that was cut off. */
function dropErased({ database, data, files, keep, logger }: RollingBackupParts): void {
  attempt(logger, () => {
    const isStale = listBackups(data, files).some(({ rows }) => isErasedSince(database, rows));
    if (isStale || keep === 0) {
      dropBackups(data, files);
    }
  });
}

function finishOne({ database, data, keep, files, clock, logger, onDamaged }: RollingBackupParts, came: BackupOutcome) {
  switch (came) {
    case 'made':
      attempt(logger, () => {
        for (const { path } of listBackups(data, files).slice(keep)) {
          files.remove(path);
        }
        const at = new Date(clock.now()).toISOString();
        transaction(database, () => upsertState(database, lastBackupKey, at, at));
      });
      return logger.info('backup made');
    case 'damaged':
      return onDamaged();
    case 'failed':
      return logger.warn('backup not made');
  }
}

/** Whether a copy fits on the disk: never so much that the log itself could not go on. */
function hasRoom({ database, data, files, logger }: RollingBackupParts): boolean {
  const fits = files.freeBytes(data) > sizeOf(database) * 1.1 + spareBytes;
  if (!fits) {
    logger.warn('backup not made: too little room on the disk');
  }
  return fits;
}

function sizeOf(database: ReadDatabase): number {
  return (
    Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }))
  );
}

function attempt(logger: Logger, run: () => void): void {
  try {
    run();
  } catch {
    logger.warn('backups not kept in order');
  }
}
