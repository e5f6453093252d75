/** Whatever is changed in a log behind the back of its triggers, the check of the tree finds and names. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkTree } from '../../../../main/core/db/backup-tree.ts';
import { openForWriting } from '../../../../main/core/db/database.ts';
import { buildTreeReader } from '../../../../main/core/tree/tree.ts';
import { openLog } from '../../../support/open-log.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

const rows = 21;

function makeLog(): string {
  const data = makeTemporaryFolder();
  const log = openLog(data);
  log.appendMany(13);
  log.checkpoints.sign();
  log.appendMany(rows - 13);
  log.close();
  return join(data, 'pravesh.db');
}

/** Runs SQL with all triggers out of the way, as somebody with the file at hand would. */
function checkAfter(sql: string) {
  const database = openForWriting(makeLog());
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const trigger of triggers) {
    database.exec(`DROP TRIGGER ${trigger}`);
  }
  database.exec(sql);
  try {
    return checkTree(database);
  } finally {
    database.close();
  }
}

test('a log that nobody changed fits, with the head that the kiosk would sign', () => {
  const database = openForWriting(makeLog());
  const { size, root, wrong } = checkTree(database);
  expect({ size, wrong }).toEqual({ size: rows, wrong: undefined });
  expect(Buffer.from(root)).toEqual(Buffer.from(buildTreeReader(database).rootAt(rows)));
  database.close();
});

test('erasing persons changes nothing of it', () => {
  const erase =
    'UPDATE entries SET subject_ref = NULL, subject_name = NULL, subject_mobile = NULL, subject_salt = NULL';
  expect(checkAfter(erase).wrong).toBeUndefined();
});

test.each([
  ["UPDATE entries SET at = '2026-01-15T04:30:00.001Z' WHERE seq = 7", 'row 7 is not what its leaf was made of'],
  ['UPDATE entries SET leaf_hash = randomblob(32) WHERE seq = 7', 'row 7 is not what its leaf was made of'],
  ['UPDATE entries SET leaf_hash = NULL WHERE seq = 21', 'row 21 is not what its leaf was made of'],
  ['DELETE FROM entries WHERE seq = 7', 'row 7 is missing'],
  ['DELETE FROM entries WHERE seq = 1', 'row 1 is missing'],
  ['DELETE FROM entries WHERE seq >= 20', 'the tree has 18 nodes, its leaves make 16'],
  ['DELETE FROM entries WHERE seq > 12', 'there is a checkpoint of 13 rows, and the log ends with row 12'],
  ['UPDATE tree_nodes SET hash = randomblob(32) WHERE level = 2 AND position = 1', 'node 1 on level 2 of the tree'],
  ['DELETE FROM tree_nodes WHERE level = 1 AND position = 0', 'node 0 on level 1 of the tree'],
  ['INSERT INTO tree_nodes VALUES (9, 0, randomblob(32))', 'the tree has 19 nodes, its leaves make 18'],
  ["UPDATE checkpoints SET note = 'no note'", 'the checkpoint of 13 rows is of other rows'],
  ['UPDATE checkpoints SET size = 14', 'the checkpoint of 14 rows is of other rows'],
])('%s is found', (sql, words) => {
  expect(checkAfter(sql).wrong).toContain(words);
});

test('an odd last row takes no node with it when it is cut off: only a checkpoint that covers it would tell', () => {
  expect(checkAfter('DELETE FROM entries WHERE seq = 21')).toMatchObject({ size: 20 });
  expect(checkAfter('DELETE FROM entries WHERE seq = 21').wrong).toBeUndefined();
});
