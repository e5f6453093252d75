/** The kiosk's index comes after its rows: soon, in small steps, and whatever happens to it. */
import { expect, onTestFinished, test } from 'vitest';
import { openForWriting } from '../../../../main/core/db/database.ts';
import { catchUp } from '../../../../main/core/entry-index/catch-up.ts';
import { selectIndexedTo } from '../../../../main/core/entry-index/entry-index-sql.ts';
import { keeperBatch, startIndexKeeper } from '../../../../main/core/entry-index/index-keeper.ts';
import { isWhole } from '../../../../main/core/entry-index/mend.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { damageTable, openIndexedLog } from './indexed-log.ts';

function rowsOf(count: number): object[] {
  return Array.from({ length: count }, () => ({}));
}

function openKept({ path, database, add } = openIndexedLog()) {
  const clock = buildFakeClock();
  const faults: unknown[] = [];
  const keeper = startIndexKeeper({ database, clock, onFault: (error) => void faults.push(error) });
  onTestFinished(keeper.close);
  return {
    path,
    database,
    clock,
    faults,
    keeper,
    indexed: () => selectIndexedTo(database),
    append(count: number) {
      add(rowsOf(count));
      for (let row = 0; row < count; row += 1) {
        keeper.noteRow();
      }
    },
  };
}

test('it brings in what was left from before, a few rows at a time, with pauses', () => {
  const log = openIndexedLog();
  log.add(rowsOf(600));
  const { clock, indexed } = openKept(log);
  expect(indexed()).toBe(0);
  clock.advance(20);
  expect(indexed()).toBe(keeperBatch);
  clock.advance(20);
  expect(indexed()).toBe(2 * keeperBatch);
  clock.advance(20);
  expect(indexed()).toBe(600);
  expect(clock.timers()).toBe(0);
});

test('a few rows wait for a second without another one', () => {
  const { clock, append, indexed } = openKept();
  clock.advance(1000);
  append(3);
  clock.advance(999);
  append(1);
  clock.advance(999);
  expect(indexed()).toBe(0);
  clock.advance(1);
  expect(indexed()).toBe(4);
  expect(clock.timers()).toBe(0);
});

test('many rows do not wait, but for the work in hand', () => {
  const { clock, append, indexed } = openKept();
  clock.advance(1000);
  append(keeperBatch);
  expect(indexed()).toBe(0);
  clock.advance(0);
  expect(indexed()).toBe(keeperBatch);
});

test('a fault is told, and tried again after a while, not with each row', () => {
  const { database, clock, append, indexed, faults } = openKept();
  clock.advance(1000);
  database.exec("CREATE TRIGGER in_the_way BEFORE INSERT ON entry_codes BEGIN SELECT raise(ABORT, 'in the way'); END");
  append(keeperBatch);
  clock.advance(0);
  expect(faults).toHaveLength(1);
  append(2 * keeperBatch);
  clock.advance(59_999);
  expect(faults).toHaveLength(1);
  database.exec('DROP TRIGGER in_the_way');
  clock.advance(1_000);
  expect(indexed()).toBe(3 * keeperBatch);
  expect(faults).toHaveLength(1);
});

test.each(['entry_groups', 'entry_numbers'])('a damaged %s is begun anew at the start', (table) => {
  const log = openIndexedLog();
  log.add(rowsOf(10));
  catchUp(log.database);
  const database = openForWriting(damageTable(log.path, log.database, table));
  onTestFinished(() => void database.close());
  const { clock, faults, indexed } = openKept({ ...log, database });
  expect(indexed()).toBe(0);
  clock.advance(20);
  expect([indexed(), isWhole(database), faults]).toEqual([10, true, []]);
});

test('an index that cannot even be read at the start is a fault, and no more', () => {
  const log = openIndexedLog();
  log.database.exec('DROP TABLE entry_codes; CREATE VIEW entry_codes AS SELECT 1');
  const { clock, append, faults } = openKept(log);
  append(3);
  clock.advance(5_000);
  expect(faults).toHaveLength(2);
  expect(log.database.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(3);
});

test('closed, it does nothing any longer', () => {
  const { clock, keeper, append } = openKept();
  append(3);
  keeper.close();
  expect(clock.timers()).toBe(0);
});
