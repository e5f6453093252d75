/** Whoever is erased from the log is gone from its index, at once and to the last byte (P5). */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { transaction } from '../../../../main/core/db/database.ts';
import { catchUp, rebuildIndex } from '../../../../main/core/entry-index/catch-up.ts';
import {
  beginningOf,
  blockBytes,
  type Column,
  names,
  numbers,
  placeOf,
} from '../../../../main/core/entry-index/cells.ts';
import { selectCells, selectIndexedTo } from '../../../../main/core/entry-index/entry-index-sql.ts';
import { isWhole } from '../../../../main/core/entry-index/mend.ts';
import { findByName } from '../../../../main/core/entry-index/search.ts';
import { eraseSubjects, truncateWal } from '../../../../main/core/erasure/erasure-sql.ts';
import { dumpIndex } from '../../../support/index-dump.ts';
import { type IndexedLog, type Ordered, openIndexedLog, personRow } from './indexed-log.ts';

function erase({ database }: IndexedLog, seqs: readonly number[]): void {
  transaction(database, () => eraseSubjects(database, seqs));
}

function cellOf({ database }: IndexedLog, column: Column, seq: number): string {
  const { block, offset } = placeOf(column, seq);
  const cells = selectCells(database, column, block) ?? Buffer.alloc(blockBytes);
  return cells.toString('hex', offset, offset + column.width);
}

test('of an erased row nothing is left, and of the others everything', () => {
  const log = openIndexedLog();
  log.add([personRow('Asha', '11'.repeat(32)), personRow('Ravi', '22'.repeat(32)), personRow('Asha', '33'.repeat(32))]);
  catchUp(log.database);
  const untouched = dumpIndex(log).entry_groups;
  erase(log, [1, 3]);
  expect([1, 2, 3].map((seq) => cellOf(log, numbers, seq))).toEqual(['00000000', '22222222', '00000000']);
  expect(cellOf(log, names, 1)).toBe('00'.repeat(16));
  expect(dumpIndex(log).entry_kept).toMatchObject([{ seq: 2 }]);
  expect(dumpIndex(log).entry_groups).toEqual(untouched);
  expect(findByName(log.database, 'a', { limit: 9 })).toEqual([]);
  expect(isWhole(log.database)).toBe(true);
  const erased = dumpIndex(log);
  rebuildIndex(log.database);
  expect(dumpIndex(log)).toEqual(erased);
});

test('a row that is erased before it comes to the index never does', () => {
  const log = openIndexedLog();
  log.add([personRow('Asha', '11'.repeat(32)), personRow('Ravi', '22'.repeat(32))]);
  catchUp(log.database, 1);
  erase(log, [1, 2]);
  catchUp(log.database);
  expect([1, 2].map((seq) => cellOf(log, numbers, seq))).toEqual(['00000000', '00000000']);
  expect(dumpIndex(log).entry_kept).toEqual([]);
});

test.each([
  ['row', 'DELETE FROM entry_kept WHERE seq = 2'],
  ['block', 'DELETE FROM entry_names'],
])('an index that misses a %s of what is erased is begun anew', (_what, sql) => {
  const log = openIndexedLog();
  log.add([personRow('Asha', '11'.repeat(32)), personRow('Ravi', '22'.repeat(32))]);
  catchUp(log.database);
  log.database.exec(sql);
  erase(log, [2]);
  expect(selectIndexedTo(log.database)).toBe(0);
  catchUp(log.database);
  const mended = dumpIndex(log);
  rebuildIndex(log.database);
  expect(dumpIndex(log)).toEqual(mended);
  expect(mended.entry_kept).toMatchObject([{ seq: 1 }]);
});

/** Which of these stand anywhere in the files of a folder, each told by its first eight bytes. */
function findTraces(folder: string, traces: readonly Buffer[]): number {
  // Two of many thousand may well begin alike.
  const wanted = Map.groupBy(
    traces.map((trace) => trace.toString('latin1')),
    (trace) => trace.slice(0, 8),
  );
  const found = new Set<string>();
  for (const file of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, file)).toString('latin1');
    for (let at = 0; at + 8 <= bytes.length; at += 1) {
      for (const trace of wanted.get(bytes.slice(at, at + 8)) ?? []) {
        if (bytes.startsWith(trace, at)) {
          found.add(trace);
        }
      }
    }
  }
  return found.size;
}

test('in a large log no page, and no gap in one, keeps a trace of whoever was erased', () => {
  const rows = 6_000;
  const log = openIndexedLog();
  const people = Array.from({ length: rows }, () => personRow(`n${randomBytes(20).toString('hex')}`));
  for (let from = 0; from < rows; from += 250) {
    log.add(people.slice(from, from + 250));
    catchUp(log.database);
  }
  const gone = people.flatMap((_person, row) => (row % 5 < 3 ? [row + 1] : []));
  const traces = gone.flatMap((seq) => tracesOf(people, seq));
  truncateWal(log.database);
  expect(findTraces(dirname(log.path), traces)).toBe(traces.length);
  for (let from = 0; from < gone.length; from += 200) {
    erase(log, gone.slice(from, from + 200));
  }
  truncateWal(log.database);
  expect(findTraces(dirname(log.path), traces)).toBe(0);
}, 30_000);

/** How a name begins, in row and index alike; reference and salt; and the numbers of two neighbours in the index. */
function tracesOf(people: readonly Ordered[], seq: number): Buffer[] {
  const { subject_name, subject_ref, subject_salt } = people[seq - 1] ?? {};
  const next = people[seq]?.subject_ref ?? '';
  const pair = Buffer.from(`${subject_ref?.slice(0, 8)}${next.slice(0, 8)}`, 'hex');
  return [
    Buffer.from(beginningOf(names, subject_name ?? '')),
    Buffer.from(subject_ref ?? ''),
    Buffer.from(subject_salt ?? '', 'hex'),
    // Two neighbours in different blocks are not side by side.
    ...(seq % 1000 === 0 ? [] : [pair]),
  ];
}
