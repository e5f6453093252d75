/** Where the cells of a row are, and what is in them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginningOf,
  blockBytes,
  codes,
  names,
  numbers,
  placeOf,
  quarterOf,
  searchableName,
  seqAt,
  writeCell,
} from '../../../../main/core/entry-index/cells.ts';

test('every row has a place of its own in each column, and is found from it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.constantFrom(numbers, codes, names), (seq, column) => {
      const { block, offset } = placeOf(column, seq);
      expect(offset % column.width).toBe(0);
      expect(offset + column.width).toBeLessThanOrEqual(blockBytes);
      expect(seqAt(column, block, offset)).toBe(seq);
    }),
  );
  expect(placeOf(numbers, 1)).toEqual({ block: 0, offset: 0 });
  expect(placeOf(numbers, 1001)).toEqual({ block: 1, offset: 0 });
  expect(placeOf(names, 250)).toEqual({ block: 0, offset: 3984 });
});

test('texts that begin alike have cells that begin alike, and no cell leaves its place', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(text, text, fc.nat(30), (name, other, length) => {
      const cells = Buffer.alloc(3 * names.width);
      writeCell(names, cells, names.width, name);
      writeCell(names, cells, 2 * names.width, other);
      const beginning = beginningOf(names, Array.from(name).slice(0, length).join(''));
      expect(cells.subarray(names.width).indexOf(beginning)).toBe(0);
      expect(cells.subarray(0, names.width)).toEqual(Buffer.alloc(names.width));
    }),
  );
});

test('references and leaves are written as bytes', () => {
  expect(Array.from(beginningOf(numbers, '0102ff0411223344'))).toEqual([1, 2, 255, 4]);
  expect(Array.from(beginningOf(codes, '0102'))).toEqual([1, 2]);
  expect(Array.from(beginningOf(numbers, 'no hex'))).toEqual([]);
});

test('names are compared without case, forms and spaces, with a star for what is hidden, and sealed ones not at all', () => {
  expect(searchableName('A••• K•••••')).toBe('a*** k*****');
  expect(searchableName('  Ａｓｈａ\u00a0 Kumari ')).toBe('asha kumari');
  expect(searchableName('age:YWdlLWVuY3J5cHRpb24')).toBe('');
});

test.each([
  ['2026-01-15T04:30:00.000Z', '2026-01-15T04:30'],
  ['2026-01-15T04:44:59.999Z', '2026-01-15T04:30'],
  ['2026-01-15T04:07:00.000Z', '2026-01-15T04:00'],
  ['2026-01-15T23:59:59.999Z', '2026-01-15T23:45'],
  ['1970-01-01T00:00:00.000Z', '1970-01-01T00:00'],
  ['+010000-01-01T00:16:00.000Z', '+010000-01-01T00:15'],
  ['no time', 'no time'],
])('the quarter of %s', (at, quarter) => {
  expect(quarterOf(at)).toBe(quarter);
});
