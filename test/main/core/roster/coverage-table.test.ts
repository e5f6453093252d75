import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tableHead, tableLine } from '../../../../main/core/roster/coverage-table.ts';

const missing = { status: null, at: null, seq: null };

it('has a mark for Excel and its titles', () => {
  expect(tableHead).toBe('\uFEFFreference,verified,status,verified_at,entry\r\n');
});

it('tells who is verified and who is missing', () => {
  const at = '2026-01-15T04:30:00.000Z';
  expect(tableLine({ reference: 'E1', status: 0, at, seq: 12 })).toBe(`"E1",yes,0,${at},12\r\n`);
  expect(tableLine({ reference: 'E2', ...missing })).toBe('"E2",no,,,\r\n');
});

it.each([
  ['=1+1', `"'=1+1"`],
  ['+91', `"'+91"`],
  ['-1', `"'-1"`],
  ['@x', `"'@x"`],
  ['\uFF1D1', `"'\uFF1D1"`],
  ['007', `"'007"`],
  ['1E5', `"'1E5"`],
  ['1234567890123456', `"'1234567890123456"`],
  ['2026-01-15', `"'2026-01-15"`],
  ['10023', '"10023"'],
  ['E"1', '"E""1"'],
  ['संदर्भ, १', '"संदर्भ, १"'],
])('writes %s as %s', (reference, cell) => {
  expect(tableLine({ reference, ...missing })).toBe(`${cell},no,,,\r\n`);
});

it('no cell begins as a formula does, and none leaves its marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (reference) => {
      const [, cell = ''] = /^"((?:[^"]|"")*)",no,,,\r\n$/.exec(tableLine({ reference, ...missing })) ?? [];
      const text = cell.replaceAll('""', '"');
      expect([reference, `'${reference}`]).toContain(text);
      expect(text).not.toMatch(/^[=+\-@\t\r|%＝＋－＠]/);
    }),
  );
});
