/** Where the cells of a row are, and what is in them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blockBytes,
  codes,
  nameCell,
  names,
  numberCell,
  numbers,
  placeOf,
  quarterOf,
  searchableName,
  seqAt,
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

test('a cell fits into its place, and begins like what it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const cell = Buffer.from(nameCell(searchableName(name)));
      expect(cell.length).toBeLessThanOrEqual(names.width);
      expect(Buffer.from(searchableName(name)).subarray(0, cell.length).equals(cell)).toBe(true);
    }),
  );
  expect(Array.from(numberCell('0102ff0411223344'))).toEqual([1, 2, 255, 4]);
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
