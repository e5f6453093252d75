/** Writes that come together are durable together, and one that fails takes no other with it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForReading, openForWriting } from '../../../../main/core/db/database.ts';
import { buildGroupCommit } from '../../../../main/core/db/group-commit.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

function open() {
  const path = join(makeTemporaryFolder(), 'pravesh.db');
  const database = openForWriting(path);
  database.exec('CREATE TABLE marks (mark TEXT NOT NULL UNIQUE) STRICT');
  const reader = openForReading(path);
  const soon: (() => void)[] = [];
  const group = buildGroupCommit(database, { soon: (run) => soon.push(run) });
  const insert = database.prepare('INSERT INTO marks VALUES (?)');
  return {
    group,
    soon,
    write: (mark: string) => group.run(() => insert.run(mark).changes),
    marks: () => reader.prepare('SELECT mark FROM marks ORDER BY rowid').pluck().all(),
  };
}

test('what comes together is one transaction, in order, and answered after it', async () => {
  const { soon, write, marks } = open();
  const answered: string[] = [];
  const writes = ['a', 'b', 'c'].map(async (mark) => {
    await write(mark);
    answered.push(mark);
    expect(marks()).toEqual(['a', 'b', 'c']);
  });
  expect([soon.length, marks(), answered]).toEqual([1, [], []]);
  soon[0]?.();
  await Promise.all(writes);
  expect(answered).toEqual(['a', 'b', 'c']);
});

test('the next to come begin a new group', async () => {
  const { soon, write, marks } = open();
  const first = write('a');
  soon[0]?.();
  await first;
  const second = write('b');
  expect(soon).toHaveLength(2);
  soon[1]?.();
  await second;
  expect(marks()).toEqual(['a', 'b']);
});

test('a write that fails is told so, and the others are there', async () => {
  const { soon, write, marks } = open();
  const writes = ['a', 'b', 'a', 'c'].map((mark) => write(mark));
  soon[0]?.();
  const settled = await Promise.allSettled(writes);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(marks()).toEqual(['a', 'b', 'c']);
});

test('what waits can be written at once', async () => {
  const { group, soon, write, marks } = open();
  const written = write('a');
  group.flush();
  await written;
  expect(marks()).toEqual(['a']);
  soon[0]?.();
  expect(marks()).toEqual(['a']);
});
