/** Columns of text. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatTable } from '../../../main/cli/table.ts';

it('aligns by the letters that are seen', () => {
  expect(
    formatTable(
      ['A', 'NAME', 'C'],
      [
        ['10', 'कुमारी', 'x'],
        ['1', 'Asha', ''],
      ],
    ),
  ).toEqual(['A   NAME  C', '10  कुमारी   x', '1   Asha']);
});

it('keeps everything on one line and lets nothing speak to the terminal', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (cells) => {
      const lines = formatTable(cells, [cells]);
      expect(lines).toHaveLength(2);
      expect(lines.join('')).not.toMatch(/\p{Cc}/u);
    }),
  );
});
