/** What is found does not depend on how far the index is, on who asks, or on whether it is there at all. */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { openForReading, type ReadDatabase } from '../../../../main/core/db/database.ts';
import { catchUp } from '../../../../main/core/entry-index/catch-up.ts';
import { searchableName } from '../../../../main/core/entry-index/cells.ts';
import { findByCheckCode, findByName, findBySubject } from '../../../../main/core/entry-index/search.ts';
import { checkCodeOf, readCheckCode } from '../../../../main/core/entry-log/leaf.ts';
import { damageTable, type Ordered, openIndexedLog, personRow } from './indexed-log.ts';

/** Few different ones, so that they meet: also as beginnings of each other, and longer than a cell. */
const name = fc.constantFrom(
  'A•••',
  'A••• K•••••',
  'Asha',
  'ASHA  Kumari',
  'आ•••',
  'Zebulon Quartermain the elder',
  'age:YWdl',
);
const ref = fc.constantFrom('00', '11223344', '1122334455', '1122334499', 'ffffffff');
const leaf = fc.constantFrom(1, 2, 3).map((last) => Uint8Array.of(9, 9, 9, 9, last, ...new Uint8Array(27)));

const rowOrNobody: fc.Arbitrary<Ordered> = fc.oneof(
  fc.record({ name, ref, leaf }).map((row) => ({ ...personRow(row.name, row.ref), leaf: row.leaf })),
  leaf.map((only) => ({ leaf: only })),
);

/** Everything that can be asked of a log, at once. */
function askAll(database: ReadDatabase): unknown {
  const refs = ['00', '11223344', '1122334455', 'ffffffff'].map((start) => start.padEnd(32, '0'));
  const words = ['a', 'A•••', 'a*** k', 'asha', 'आ', 'zebulon quartermain the', 'age:', '', '•'];
  return [
    refs.map((start) => findBySubject(database, start)),
    words.map((word) => findByName(database, word, { limit: 5 })),
    words.map((word) => findByName(database, word, { before: 7, limit: 1000 })),
    [1, 2, 4].map((last) => findByCheckCode(database, Uint8Array.of(9, 9, 9, 9, last))),
  ];
}

test('with any part of the rows in the index the same is found as without one', () => {
  fc.assert(
    fc.property(fc.array(rowOrNobody, { maxLength: 30 }), fc.nat(30), (rows, indexed) => {
      const { database, add, openReader } = openIndexedLog();
      add(rows);
      const without = askAll(database);
      catchUp(database, indexed);
      expect(askAll(database)).toEqual(without);
      expect(askAll(openReader())).toEqual(without);
      catchUp(database);
      expect(askAll(database)).toEqual(without);
    }),
    { numRuns: 40 },
  );
});

test('what is found is what was meant', () => {
  const { database, add } = openIndexedLog();
  const code = Uint8Array.of(1, 2, 3, 4, 5, ...new Uint8Array(27));
  add([
    personRow('A••• K•••••', 'aa'.repeat(32)),
    personRow('A•••', `${'aa'.repeat(16)}${'bb'.repeat(16)}`),
    { ...personRow('B••'), leaf: code },
  ]);
  catchUp(database);
  expect(findBySubject(database, 'aa'.repeat(16))).toEqual([1, 2]);
  expect(findBySubject(database, 'aa'.repeat(32))).toEqual([1]);
  expect(findByName(database, 'a*** ', { limit: 10 })).toEqual([2, 1]);
  expect(findByName(database, 'A••• k', { limit: 10 })).toEqual([1]);
  expect(findByName(database, 'a', { before: 2, limit: 10 })).toEqual([1]);
  expect(findByName(database, 'a', { limit: 1 })).toEqual([2]);
  expect(findByCheckCode(database, readCheckCode(checkCodeOf(code).toLowerCase()) ?? new Uint8Array())).toEqual([3]);
});

test('rows far apart are found through many blocks', () => {
  const { database, add } = openIndexedLog();
  const nobody = Array.from({ length: 2_999 }, () => ({}));
  add([personRow('Asha', 'aa'), ...nobody, personRow('Asha', 'aa'), ...nobody, personRow('Asha', 'aa')]);
  while (!catchUp(database, 700)) {
    // some rows at a time
  }
  expect(findBySubject(database, 'aa'.padEnd(32, '0'))).toEqual([1, 3001, 6001]);
  expect(findByName(database, searchableName('Asha'), { limit: 2 })).toEqual([6001, 3001]);
});

test('a reader finds all also where the index is not there', () => {
  const { database, add, openReader } = openIndexedLog();
  add([personRow('Asha', 'aa'), {}, personRow('Asha', 'aa')]);
  catchUp(database);
  const whole = askAll(database);
  database.exec('DROP TABLE entry_codes');
  expect(askAll(openReader())).toEqual(whole);
});

test.each(['entry_index', 'entry_numbers', 'entry_codes', 'entry_names'])('and where %s is damaged', (table) => {
  const { path, database, add } = openIndexedLog();
  add([personRow('Asha', 'aa'), {}, personRow('Asha', 'aa')]);
  catchUp(database);
  const whole = askAll(database);
  const reader = openForReading(damageTable(path, database, table));
  onTestFinished(() => void reader.close());
  expect(() => reader.prepare(`SELECT * FROM ${table}`).all()).toThrow(/malformed/);
  expect(askAll(reader)).toEqual(whole);
});
