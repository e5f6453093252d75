/** The database is opened the same way every time, and says so itself. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForReading, openForWriting, readPragmas, transaction } from '../../../../main/core/db/database.ts';
import { takeInstanceLock } from '../../../../main/core/db/instance-lock.ts';
import { migrate } from '../../../../main/core/db/migrate.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const promised = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  temp_store: 2,
  trusted_schema: 0,
  busy_timeout: 5000,
};

test('every pragma holds when the file is new and when it is opened again', () => {
  const path = join(makeTemporaryFolder(), 'pravesh.db');
  for (let round = 0; round < 2; round += 1) {
    const database = openForWriting(path);
    expect(readPragmas(database)).toEqual(promised);
    database.close();
  }
});

test('a handle for reading cannot write, also while somebody else does', () => {
  const path = join(makeTemporaryFolder(), 'pravesh.db');
  const writer = openForWriting(path);
  migrate(writer);
  const reader = openForReading(path);
  expect(() => reader.exec("INSERT INTO terminal_state VALUES ('a', 'b', 'c')")).toThrow(/readonly/);
  writer.exec("INSERT INTO terminal_state VALUES ('a', 'b', 'c')");
  expect(reader.prepare('SELECT count(*) AS n FROM terminal_state').get()).toEqual({ n: 1 });
  reader.close();
  writer.close();
});

test('a transaction that throws leaves nothing', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database);
  expect(() =>
    transaction(database, () => {
      database.exec("INSERT INTO terminal_state VALUES ('a', 'b', 'c')");
      throw new Error('in the middle');
    }),
  ).toThrow('in the middle');
  expect(database.prepare('SELECT count(*) AS n FROM terminal_state').get()).toEqual({ n: 0 });
  database.close();
});

test('the lock is held by one and free again afterwards', () => {
  const path = join(makeTemporaryFolder(), 'pravesh.lock');
  const unlock = takeInstanceLock(path);
  expect(unlock).toBeTypeOf('function');
  expect(takeInstanceLock(path)).toBeUndefined();
  unlock?.();
  const again = takeInstanceLock(path);
  expect(again).toBeTypeOf('function');
  again?.();
});
