/**
 * When the log was last signed, carried away and copied: what a venue has of it, should this machine be lost.
 * Part of the core.
 */
import type { ReadDatabase } from '../db/database.ts';
import { lastBackupKey } from '../db/rolling-backups.ts';
import { selectCheckpoint } from '../tree/tree-sql.ts';
import { selectStateTime } from './terminal-state-sql.ts';

/** Under this key stands when the log was last exported (`main/core/export/order.ts`). */
const lastExport = 'last-export';

/** ISO 8601 in UTC each; what has never happened is not there. */
export interface LastTimes {
  readonly checkpoint?: string;
  readonly export?: string;
  readonly backup?: string;
}

/** Reads them; three looks by key. */
export function readLastTimes(database: ReadDatabase): LastTimes {
  const checkpoint = selectCheckpoint(database)?.at;
  const exported = selectStateTime(database, lastExport);
  const backup = selectStateTime(database, lastBackupKey);
  return {
    ...(checkpoint !== undefined && { checkpoint }),
    ...(exported !== undefined && { export: exported }),
    ...(backup !== undefined && { backup }),
  };
}
