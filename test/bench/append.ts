/**
 * Durable appends: a row through the core's own log, against the same bytes put into a bare table of the same columns
 * by a prepared statement of better-sqlite3, with the same pragmas, each row in a transaction of its own.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openForWriting, type WriteDatabase } from '../../main/core/db/database.ts';
import { buildGroupCommit } from '../../main/core/db/group-commit.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { catchUp } from '../../main/core/entry-index/catch-up.ts';
import { keeperBatch } from '../../main/core/entry-index/index-keeper.ts';
import { keepNotice } from '../../main/core/entry-log/entries-sql.ts';
import type { EntryDraft } from '../../main/core/entry-log/entry.ts';
import { buildEntryLog, type EntryLog } from '../../main/core/entry-log/entry-log.ts';
import { buildClock } from '../../main/platform/clock.ts';
import { buildRandom } from '../../main/platform/random.ts';
import { buildSettings } from '../support/settings.ts';
import { perSecond } from './figures.ts';
import { compareRates, type Measure } from './result.ts';

const rounds = 41;
/** After so many the kiosk brings them into its index: each round pays for its own rows. */
const rowsARound = keeperBatch;
/** Until both sides have run warm. */
const roundsBefore = 8;
const rowsInAll = (roundsBefore + rounds) * rowsARound;
/** As many as come together when so many visits are in flight. */
const together = 32;

type Row = Record<string, unknown>;

/**
 * Rows with their leaves and the nodes of the tree, and after them their entries in the index, which the kiosk makes
 * out of the way of visits: that time is counted as well. The goal of the log alone was 0.7 of a bare insert; with the
 * tree it is 0.5 one by one. Together is how the kiosk appends when visits are in flight, and is held to 0.7.
 */
export const measureAppend: Measure = async ({ scratch }) => {
  const database = openForWriting(join(scratch, 'log.db'));
  const bare = openBareTable(database, join(scratch, 'bare.db'));
  const log = openLog(database);
  const measured: number[] = [];
  const baseline: number[] = [];
  const grouped: number[] = [];
  for (let round = 0; round < roundsBefore + rounds; round += 1) {
    const ours = timeAppends(database, log, round);
    const theirs = bare.time(newestRows(database));
    const group = await timeTogether(database, log, rowsInAll + round * together);
    if (round >= roundsBefore) {
      measured.push(perSecond(rowsARound, ours));
      baseline.push(perSecond(rowsARound, theirs));
      grouped.push(perSecond(together, group));
    }
  }
  database.close();
  bare.close();
  return [
    compareRates('durable append with its tree', { measured, baseline }, { is: 'at least', value: 0.5 }),
    compareRates(
      `durable append, ${together} together`,
      { measured: grouped, baseline },
      { is: 'at least', value: 0.7 },
    ),
  ];
};

function openLog(database: WriteDatabase): EntryLog {
  migrate(database);
  keepNotice(database, { ...consent, text: 'The text of a notice.' });
  const settings = buildSettings();
  return buildEntryLog({ database, settings, siteKey: randomBytes(32), clock: buildClock(), random: buildRandom() });
}

export const consent = { version: '1', locale: 'en', hash: 'ab'.repeat(32) };

/** A row with everything that a decided visit has. */
export function draftOf(row: number): EntryDraft {
  const mobileNumber = String(9_000_000_000 + row);
  return {
    person: { fullName: `Asha Kumari ${row}`, mobileNumber },
    purpose: 'visitor',
    consent,
    channel: 'kiosk',
    outcome: 'admitted',
    status: 2,
    policy: `visitor:${'cd'.repeat(32)}`,
    upstreamRef: randomBytes(32).toString('hex'),
  };
}

function timeAppends(database: WriteDatabase, log: EntryLog, round: number): number {
  const drafts = Array.from({ length: rowsARound }, (_, row) => draftOf(round * rowsARound + row));
  const began = performance.now();
  for (const draft of drafts) {
    log.append(draft);
  }
  catchUp(database, keeperBatch);
  return performance.now() - began;
}

/**
 * Rows that come at the same time, as the kiosk appends them: each is answered when it is durable. They are brought into
 * the index by themselves, where the kiosk would wait for more.
 */
async function timeTogether(database: WriteDatabase, log: EntryLog, first: number): Promise<number> {
  const group = buildGroupCommit(database, buildClock());
  const drafts = Array.from({ length: together }, (_, row) => draftOf(first + row));
  const began = performance.now();
  await Promise.all(drafts.map((draft) => group.run(() => log.append(draft))));
  catchUp(database, keeperBatch);
  return performance.now() - began;
}

function newestRows(database: WriteDatabase): Row[] {
  return database.prepare<[number], Row>('SELECT * FROM entries ORDER BY seq DESC LIMIT ?').all(rowsARound).reverse();
}

/** The same columns and pragmas and nothing else: no checks, no triggers, no index but the key. */
function openBareTable(like: WriteDatabase, path: string) {
  const database = new Database(path);
  for (const name of ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'trusted_schema']) {
    database.pragma(`${name} = ${like.pragma(name, { simple: true })}`);
  }
  migrate(like);
  const columns = like.prepare<[], { name: string; type: string }>(
    "SELECT name, type FROM pragma_table_info('entries')",
  );
  const declared = columns.all().map(({ name, type }) => `${name} ${type}${name === 'seq' ? ' PRIMARY KEY' : ''}`);
  database.exec(`CREATE TABLE entries (${declared.join(', ')}) STRICT`);
  const insert = database.prepare(`INSERT INTO entries VALUES (${declared.map(() => '?').join(', ')})`);
  return {
    time(rows: readonly Row[]): number {
      const values = rows.map((row) => Object.values(row));
      const began = performance.now();
      for (const row of values) {
        insert.run(...row);
      }
      return performance.now() - began;
    },
    close: () => database.close(),
  };
}
