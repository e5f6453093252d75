/** The index is made of the log alone, in whatever steps, and is made again where it does not fit. */
import { expect, onTestFinished, test } from 'vitest';
import { openForWriting, transaction, type WriteDatabase } from '../../../../main/core/db/database.ts';
import { catchUp, rebuildIndex } from '../../../../main/core/entry-index/catch-up.ts';
import {
  selectGroups,
  selectIndexedTo,
  selectNewestGroups,
  sumGroups,
} from '../../../../main/core/entry-index/entry-index-sql.ts';
import { emptyIndex, isWhole } from '../../../../main/core/entry-index/mend.ts';
import { dumpIndex } from '../../../support/index-dump.ts';
import { damageTable, type IndexedLog, type Ordered, openIndexedLog, personRow } from './indexed-log.ts';

const minuteMs = 60_000;

/** Rows of some hours, with all that groups and the kept ones differ by. */
function mixedRows(count: number): Ordered[] {
  return Array.from({ length: count }, (_, row) => {
    const at = new Date(Date.parse('2026-01-15T04:30:00.000Z') + row * minuteMs).toISOString();
    const who = row % 3 === 0 ? {} : personRow(`A${'•'.repeat(row % 7)}`);
    const purpose = row % 5 === 0 ? null : row % 2 === 0 ? 'visitor' : 'employee';
    return row % 11 === 0
      ? { at, purpose: null, outcome: 'act', channel: 'operator', operator: 'op-1', reason: 'unlock' }
      : { at, purpose, outcome: row % 4 === 0 ? 'fault' : 'not-verified', ...who };
  });
}

function openMixedLog(rows: number): IndexedLog {
  const log = openIndexedLog();
  log.add(mixedRows(rows));
  return log;
}

test('it is the same in one step, in many, and made again', () => {
  const log = openMixedLog(2_500);
  expect(catchUp(log.database, 1)).toBe(false);
  while (!catchUp(log.database, 77)) {
    // some rows at a time
  }
  const inSteps = dumpIndex(log);
  expect(selectIndexedTo(log.database)).toBe(2_500);
  rebuildIndex(log.database);
  expect(dumpIndex(log)).toEqual(inSteps);
  expect(isWhole(log.database)).toBe(true);
});

test('it goes on with the rows that come, and then there is nothing to do', () => {
  const log = openMixedLog(10);
  expect(catchUp(log.database)).toBe(true);
  log.add(mixedRows(3));
  expect(catchUp(log.database)).toBe(true);
  expect(selectIndexedTo(log.database)).toBe(13);
  const before = log.database.prepare('SELECT total_changes()').pluck().get();
  expect(catchUp(log.database)).toBe(true);
  expect(log.database.prepare('SELECT total_changes()').pluck().get()).toBe(before);
});

test('rows that hold something of a person are kept, under their purpose and time', () => {
  const log = openIndexedLog();
  log.add([{ ...personRow('Asha'), purpose: null }, {}, personRow('Asha')]);
  catchUp(log.database);
  const at = '2026-01-15T04:30:00.000Z';
  expect(dumpIndex(log).entry_kept).toEqual([
    { purpose: '', at, seq: 1 },
    { purpose: 'visitor', at, seq: 3 },
  ]);
});

test('groups count every row once, by the quarter of an hour, and never span more than a thousand rows', () => {
  const { database } = openMixedLog(2_500);
  const counted = database.prepare(
    `SELECT count(*) FROM entries WHERE outcome = ? AND purpose IS ? AND channel = ? AND operator IS ?
       AND at >= ? AND seq BETWEEN ? AND ?`,
  );
  rebuildIndex(database);
  const groups = selectGroups(database, '', '3');
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(2_500);
  expect(sumGroups(database)).toBe(2_500);
  for (const { quarter, outcome, purpose, channel, operator, count, firstSeq, lastSeq } of groups) {
    expect(counted.pluck().get(outcome, purpose, channel, operator, quarter, firstSeq, lastSeq)).toBe(count);
    expect(Math.floor(firstSeq / 1000)).toBe(Math.floor(lastSeq / 1000));
  }
  const hour = selectGroups(database, '2026-01-15T05:00', '2026-01-15T06:00');
  expect(hour.reduce((sum, { count }) => sum + count, 0)).toBe(60);
  expect(groups.find(({ outcome }) => outcome === 'act')).toMatchObject({ purpose: null, operator: 'op-1' });
});

test('the newest groups of a kind lead to its rows, by an index', () => {
  const { database } = openMixedLog(2_500);
  rebuildIndex(database);
  for (const [by, value, where] of [
    ['outcome', 'fault', "outcome = 'fault'"],
    ['purpose', null, 'purpose IS NULL'],
    ['operator', 'op-1', "operator = 'op-1'"],
    ['channel', 'operator', "channel = 'operator'"],
  ] as const) {
    for (const before of [5, 1000, 1001, 1777, 9999]) {
      const groups = selectNewestGroups(database, { by, value, before, limit: 100_000 });
      const numbers = database.prepare(`SELECT seq FROM entries WHERE ${where} AND seq < ?`).pluck().all(before);
      expect(numbers.every((seq) => groups.some((group) => holds(group, Number(seq))))).toBe(true);
      expect(groups.every(({ firstSeq }) => firstSeq < before)).toBe(true);
      expect(groups).toEqual(groups.toSorted((one, other) => other.lastSeq - one.lastSeq));
    }
    const sql = `SELECT 1 FROM entry_groups WHERE ${by} = '' AND last_seq < 1 AND first_seq < 1 ORDER BY last_seq DESC`;
    const [plan] = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
    expect(plan).toMatchObject({
      detail: `SEARCH entry_groups USING INDEX entry_groups_by_${by} (${by}=? AND last_seq<?)`,
    });
  }
});

function holds({ firstSeq, lastSeq }: { firstSeq: number; lastSeq: number }, seq: number): boolean {
  return firstSeq <= seq && seq <= lastSeq;
}

test.each([
  ['without a table', 'DROP TABLE entry_kept'],
  ['without its state', 'DELETE FROM entry_index'],
  ['ahead of the log', 'UPDATE entry_index SET indexed_to = 999'],
  ['that has lost a block', 'DELETE FROM entry_codes'],
  ['that has lost a group', "DELETE FROM entry_groups WHERE outcome = 'act'"],
])('an index %s is not whole, and is made again', (_what, sql) => {
  const log = openMixedLog(50);
  catchUp(log.database);
  const before = dumpIndex(log);
  log.database.exec(sql);
  expect(isWhole(log.database)).toBe(false);
  rebuildIndex(log.database);
  expect(dumpIndex(log)).toEqual(before);
});

const tables = ['entry_index', 'entry_numbers', 'entry_codes', 'entry_names', 'entry_kept', 'entry_groups'];

test.each(tables)('damage of %s is found, and the index is made again beside the log', (table) => {
  const log = openMixedLog(50);
  catchUp(log.database);
  const before = dumpIndex(log);
  const database = openDamaged(log, table);
  expect(isWhole(database)).toBe(false);
  transaction(database, () => emptyIndex(database));
  expect(catchUp(database)).toBe(true);
  expect(dumpIndex({ database })).toEqual(before);
  expect(database.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(50);
});

test.each(tables)('damage of %s does not stop the rows that come', (table) => {
  const log = openMixedLog(50);
  catchUp(log.database);
  const damaged = openDamaged(log, table);
  const again = { ...log, database: damaged };
  while (!catchUp(damaged, 20)) {
    // from the first row on, or from where it was
  }
  rebuildIndex(damaged);
  expect(dumpIndex(again)).toEqual(dumpIndex(log));
});

function openDamaged({ path, database }: IndexedLog, table: string): WriteDatabase {
  const damaged = openForWriting(damageTable(path, database, table));
  onTestFinished(() => void damaged.close());
  return damaged;
}
