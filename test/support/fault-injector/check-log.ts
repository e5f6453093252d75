/** What must hold of a log after anything: its file, tree, signatures and index, and every row that was acknowledged. */
import { join } from 'node:path';
import { isSignedBy } from '../../../main/core/db/backup-check.ts';
import { checkTree } from '../../../main/core/db/backup-tree.ts';
import type { ReadDatabase, WriteDatabase } from '../../../main/core/db/database.ts';
import { selectEntries } from '../../../main/core/entry-log/entries-sql.ts';
import { openTerminalKey } from '../../../main/core/tree/terminal-key.ts';
import { selectCheckpoint } from '../../../main/core/tree/tree-sql.ts';
import { buildFiles } from '../../../main/platform/files.ts';
import { buildRandom } from '../../../main/platform/random.ts';
import { buildSecrets } from '../../../main/platform/secrets.ts';
import { isIndexOfLog } from '../index-dump.ts';
import { openLog } from '../open-log.ts';
import { buildSettings } from '../settings.ts';

/** A row that somebody was told of. */
export interface Acknowledged {
  readonly seq: number;
  readonly id: string;
}

/** What a log may hold. */
export interface Expected {
  readonly acknowledged: readonly Acknowledged[];
  /** Rows that may be there beside the acknowledged ones: those whose writing was told to have failed, or not told. */
  readonly perhaps: number;
}

/** Opens the log as the next start would, and looks at all of it. @returns what is wrong, in words; empty when all holds */
export function checkLog(data: string, expected: Expected): string[] {
  const log = openLog(data);
  try {
    const wrong = checkDatabase(log.database, data, expected);
    // Work goes on: another row, and a head over all of them.
    log.append();
    log.checkpoints.sign();
    return [...wrong, ...describeTree(log.database)];
  } finally {
    log.close();
  }
}

function checkDatabase(database: WriteDatabase, data: string, { acknowledged, perhaps }: Expected): string[] {
  const integrity = String(database.pragma('integrity_check', { simple: true }));
  const rows = selectEntries(database, 100_000);
  const lost = acknowledged.filter(({ seq, id }) => rows[seq - 1]?.id !== id);
  const newest = selectCheckpoint(database);
  return [
    ...(integrity === 'ok' ? [] : [`integrity_check: ${integrity}`]),
    ...describeTree(database),
    ...lost.map(({ seq }) => `row ${seq} was acknowledged and is not there`),
    ...(rows.length > acknowledged.length + perhaps ? [`there are ${rows.length} rows, too many`] : []),
    ...(newest === undefined || isSignedBy(publicKeyOf(data), newest.note) ? [] : ['a head is not signed']),
    ...(isIndexOfLog(database) ? [] : ['the index is not of this log']),
  ];
}

function describeTree(database: ReadDatabase): string[] {
  const { wrong } = checkTree(database);
  return wrong === undefined ? [] : [wrong];
}

function publicKeyOf(data: string): Uint8Array {
  const secrets = buildSecrets(join(data, 'keys'), buildRandom(), buildFiles());
  return openTerminalKey(buildSettings().site, secrets).verifier.publicKey;
}
