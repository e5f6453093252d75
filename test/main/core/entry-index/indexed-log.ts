/** A log with rows to order, for tests of its index. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openForReading, openForWriting, transaction, type WriteDatabase } from '../../../../main/core/db/database.ts';
import { migrate } from '../../../../main/core/db/migrate.ts';
import { insertEntry, selectNewest } from '../../../../main/core/entry-log/entries-sql.ts';
import type { EntryRow } from '../../../../main/core/entry-log/entry.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

/** What a test may say of a row. */
export type Ordered = Partial<Omit<EntryRow, 'seq'>> & { readonly leaf?: Uint8Array };

const plain: Omit<EntryRow, 'seq'> = {
  id: 'id',
  at: '2026-01-15T04:30:00.000Z',
  site: 'hq',
  terminal: 'gate-1',
  purpose: 'visitor',
  channel: 'kiosk',
  outcome: 'not-verified',
  status: null,
  reason: null,
  consent_version: null,
  consent_locale: null,
  consent_hash: null,
  policy: null,
  operator: null,
  upstream_ref: null,
  clock: 'ok',
  subject_commitment: null,
  subject_ref: null,
  subject_name: null,
  subject_mobile: null,
  subject_salt: null,
};

/** A row of somebody. `ref` is made longer with zeros. */
export function personRow(name: string, ref = randomBytes(32).toString('hex')): Ordered {
  return {
    subject_ref: ref.padEnd(64, '0'),
    subject_name: name,
    subject_mobile: '••••••3210',
    subject_salt: randomBytes(16).toString('hex'),
  };
}

/** Opens an empty log. */
export function openIndexedLog() {
  const path = join(makeTemporaryFolder(), 'pravesh.db');
  const database = openForWriting(path);
  migrate(database);
  onTestFinished(() => void database.close());
  return {
    path,
    database,
    /** Writes rows; the index does not know of them yet. */
    add(rows: readonly Ordered[]) {
      transaction(database, () => {
        for (const { leaf = randomBytes(32), ...row } of rows) {
          insertEntry(database, { ...plain, ...row, seq: selectNewest(database).seq + 1 }, leaf);
        }
      });
    },
    /** Opens it beside, as the commands do. */
    openReader() {
      const reader = openForReading(path);
      onTestFinished(() => void reader.close());
      return reader;
    },
  };
}

export type IndexedLog = ReturnType<typeof openIndexedLog>;

/** A copy of the database in which the first page of a table holds nothing that SQLite knows. @returns its path */
export function damageTable(path: string, database: WriteDatabase, table: string): string {
  const sql = 'SELECT rootpage FROM sqlite_schema WHERE name = ?';
  const page = Number(database.prepare(sql).pluck().get(table));
  const size = Number(database.pragma('page_size', { simple: true }));
  const bytes = database.serialize();
  bytes.fill(0x5a, (page - 1) * size, page * size);
  const damaged = `${path}-${table}`;
  writeFileSync(damaged, bytes);
  return damaged;
}

const minuteMs = 60_000;

/** Rows of some hours, with all that groups and the kept ones differ by. */
export function mixedRows(count: number): Ordered[] {
  return Array.from({ length: count }, (_, row) => {
    const at = new Date(Date.parse('2026-01-15T04:30:00.000Z') + row * minuteMs).toISOString();
    const who = row % 3 === 0 ? {} : personRow(`A${'•'.repeat(row % 7)}`);
    const purpose = row % 5 === 0 ? null : row % 2 === 0 ? 'visitor' : 'employee';
    return row % 11 === 0
      ? { at, purpose: null, outcome: 'act', channel: 'operator', operator: 'op-1', reason: 'unlock' }
      : { at, purpose, outcome: row % 4 === 0 ? 'fault' : 'not-verified', ...who };
  });
}

/** Opens a log with so many of them. */
export function openMixedLog(rows: number): IndexedLog {
  const log = openIndexedLog();
  log.add(mixedRows(rows));
  return log;
}
