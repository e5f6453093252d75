/** The index is made of the log alone, in whatever steps, and is made again where it does not fit. */
import { expect, onTestFinished, test } from 'vitest';
import { openForWriting, transaction, type WriteDatabase } from '../../../../main/core/db/database.ts';
import { catchUp, rebuildIndex } from '../../../../main/core/entry-index/catch-up.ts';
import { selectIndexedTo } from '../../../../main/core/entry-index/entry-index-sql.ts';
import { emptyIndex, isWhole } from '../../../../main/core/entry-index/mend.ts';
import { dumpIndex } from '../../../support/index-dump.ts';
import { damageTable, type IndexedLog, mixedRows, openIndexedLog, openMixedLog, personRow } from './indexed-log.ts';

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
