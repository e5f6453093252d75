/** Step 110 takes the indexes of the codes away and leaves what was counted. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting } from '../../main/core/db/database.ts';
import { migrate } from '../../main/core/db/migrate.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

test('the codes that were counted before still count', () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database, 100);
  database.exec("INSERT INTO code_sends (number_ref, at) VALUES ('first', 1), ('second', 2)");
  migrate(database, 110);
  expect(database.prepare('SELECT number_ref, at FROM code_sends ORDER BY id').raw().all()).toEqual([
    ['first', 1],
    ['second', 2],
  ]);
  const indexes = "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'code_sends'";
  expect(database.prepare(indexes).pluck().get()).toBe(0);
  database.close();
});
