/** Writes that come together are durable together, and one that fails takes no other with it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForReading, openForWriting } from '../../../../main/core/db/database.ts';
import { buildGroupCommit } from '../../../../main/core/db/group-commit.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

function open() {
  const path = join(makeTemporaryFolder(), 'pravesh.db');
  const database = openForWriting(path);
  database.exec('CREATE TABLE marks (mark TEXT NOT NULL UNIQUE) STRICT');
  const reader = openForReading(path);
  const soon: (() => void)[] = [];
  const clock = buildFakeClock();
  const world = { underWay: 10 };
  const underWay = () => world.underWay;
  const group = buildGroupCommit(database, { ...clock, soon: (run) => soon.push(run) }, { underWay });
  const insert = database.prepare('INSERT INTO marks VALUES (?)');
  /** One turn of the event loop; answers whether anything was left to be done. */
  const turn = () => {
    const due = soon.splice(0);
    for (const run of due) {
      run();
    }
    return due.length > 0;
  };
  return {
    group,
    clock,
    world,
    turn,
    /** Turns until nothing is left; answers how many it took. */
    settle: () => {
      let turns = 0;
      while (turn()) {
        turns += 1;
      }
      return turns;
    },
    /** A write during which so much time passes. */
    writeSlowly: (mark: string, ms: number) =>
      group.run(() => {
        clock.advance(ms);
        return insert.run(mark).changes;
      }),
    write: (mark: string) => group.run(() => insert.run(mark).changes),
    marks: () => reader.prepare('SELECT mark FROM marks ORDER BY rowid').pluck().all(),
  };
}

test('what comes together is one transaction, in order, and answered after it', async () => {
  const { settle, write, marks } = open();
  const answered: string[] = [];
  const writes = ['a', 'b', 'c'].map(async (mark) => {
    await write(mark);
    answered.push(mark);
    expect(marks()).toEqual(['a', 'b', 'c']);
  });
  expect([marks(), answered]).toEqual([[], []]);
  settle();
  await Promise.all(writes);
  expect(answered).toEqual(['a', 'b', 'c']);
});

test('the next to come begin a new group', async () => {
  const { settle, write, marks } = open();
  const first = write('a');
  settle();
  await first;
  const second = write('b');
  expect(marks()).toEqual(['a']);
  settle();
  await second;
  expect(marks()).toEqual(['a', 'b']);
});

test('while more keeps coming it is waited for', async () => {
  const { turn, write, marks } = open();
  const writes = [write('a')];
  for (const mark of ['b', 'c']) {
    writes.push(write(mark));
    turn();
    expect(marks()).toEqual([]);
  }
  turn();
  expect(marks()).toEqual(['a', 'b', 'c']);
  await Promise.all(writes);
});

test('those who keep coming hold up nobody for long', () => {
  const { turn, write, marks } = open();
  for (let mark = 0; mark < 40; mark += 1) {
    void write(`${mark}`);
    turn();
  }
  expect(marks().length).toBeGreaterThan(10);
});

test('after a commit it rests for three times as long', async () => {
  const { clock, settle, write, writeSlowly, marks } = open();
  const first = writeSlowly('a', 4);
  settle();
  await first;
  const second = write('b');
  clock.advance(11);
  settle();
  expect(marks()).toEqual(['a']);
  clock.advance(1);
  settle();
  await second;
  expect(marks()).toEqual(['a', 'b']);
});

test('the rest ends when no fewer wait than are under way, and what waits is committed once', async () => {
  const { clock, settle, world, write, writeSlowly, marks } = open();
  const first = writeSlowly('a', 4);
  settle();
  await first;
  world.underWay = 3;
  const writes = [write('b'), write('c')];
  settle();
  expect(marks()).toEqual(['a']);
  world.underWay = 2;
  writes.push(write('d'));
  settle();
  await Promise.all(writes);
  expect(marks()).toEqual(['a', 'b', 'c', 'd']);
  expect(clock.timers()).toBe(0);
  expect(settle()).toBe(0);
});

test('where nobody is under way there is no rest', async () => {
  const { settle, world, write, writeSlowly, marks } = open();
  world.underWay = 0;
  const first = writeSlowly('a', 4);
  settle();
  await first;
  const second = write('b');
  settle();
  await second;
  expect(marks()).toEqual(['a', 'b']);
});

test('it rests for a moment at most', async () => {
  const { clock, settle, write, writeSlowly, marks } = open();
  const first = writeSlowly('a', 5_000);
  settle();
  await first;
  const second = write('b');
  clock.advance(20);
  settle();
  await second;
  expect(marks()).toEqual(['a', 'b']);
});

test('a write that fails is told so, and the others are there', async () => {
  const { settle, write, marks } = open();
  const writes = ['a', 'b', 'a', 'c'].map((mark) => write(mark));
  settle();
  const settled = await Promise.allSettled(writes);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(marks()).toEqual(['a', 'b', 'c']);
});

test('what waits can be written at once', async () => {
  const { group, settle, write, marks } = open();
  const written = write('a');
  group.flush();
  await written;
  expect(marks()).toEqual(['a']);
  settle();
  expect(marks()).toEqual(['a']);
});
