/** The reader of tables, held to what was written, whatever stands in the cells. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLayout } from '../../../../main/core/roster/delimiter.ts';
import { type Line, readLines } from '../../../../main/core/roster/read-lines.ts';
import { buildTurns } from '../../../../main/core/roster/turns.ts';
import { buildClock } from '../../../../main/platform/clock.ts';

async function read(text: string): Promise<{ lines: Line[]; unreadable: number | undefined }> {
  const lines: Line[] = [];
  const turns = buildTurns(buildClock(), new AbortController().signal);
  const unreadable = await readLines(text, turns, (line) => lines.push(line));
  return { lines, unreadable };
}

const ends = fc.constantFrom('\n', '\r\n', '\r');
const delimiters = fc.constantFrom(',', ';', '\t');
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
/** What a spreadsheet writes without quotation marks. */
const isPlain = (cell: string) => !/[",;\t\r\n]/.test(cell);
const filled = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => `x${text}`);
const cellText = fc.oneof(
  filled,
  fc.constantFrom('', 'a\nb', 'a\r\nb', 'a\rb\n', 'a,b', 'a;b', '"', '""', 'आशा कुमारी', '😀'),
);

interface Written {
  readonly cells: readonly string[];
  readonly blanksBefore: number;
}

const tables = fc.array(
  fc.record({ cells: fc.array(cellText, { minLength: 3, maxLength: 3 }), blanksBefore: fc.nat({ max: 2 }) }),
  { minLength: 1, maxLength: 30 },
);

/** How many ends of lines stand in a text, as an editor counts them. */
const countEnds = (text: string) => (text.match(/\r\n|\r|\n/g) ?? []).length;

/** Writes a table whose first line has nothing in it that could be taken for another delimiter. */
function write(
  rows: readonly Written[],
  delimiter: string,
  end: string,
  head: string,
): { text: string; numbers: number[] } {
  const titles = ['reference', 'name', 'mobile'].join(delimiter) + end;
  let text = head + titles;
  let line = 2;
  const numbers: number[] = [];
  for (const { cells, blanksBefore } of rows) {
    numbers.push(line + blanksBefore);
    const written =
      end.repeat(blanksBefore) + cells.map((cell) => (isPlain(cell) ? cell : quote(cell))).join(delimiter) + end;
    text += written;
    line += countEnds(written);
  }
  return { text, numbers };
}

const oneEnd = (cell: string) => cell.replace(/\r\n?/g, '\n');

describe('what was written', () => {
  it('is read again, with the lines on which it stands', async () => {
    await fc.assert(
      fc.asyncProperty(tables, delimiters, ends, fc.constantFrom('', '\uFEFF'), async (rows, delimiter, end, head) => {
        const { text, numbers } = write(rows, delimiter, end, head);
        const { lines, unreadable } = await read(text);
        expect(unreadable).toBeUndefined();
        const filledRows = rows.flatMap(({ cells }, index) =>
          cells.some((cell) => cell.trim() !== '') ? [{ number: numbers[index], cells: cells.map(oneEnd) }] : [],
        );
        expect(lines).toEqual([{ number: 1, cells: ['reference', 'name', 'mobile'] }, ...filledRows]);
      }),
      { numRuns: 200 },
    );
  });

  it('is read alike in pieces: no line, mark or character is lost where two of them meet', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => ({
      cells: [`E${index}`, index % 3 === 0 ? 'आशा "बी"\r\nकुमारी😀' : `Asha ${'x'.repeat(index % 7)}`, String(index)],
      blanksBefore: index % 2,
    }));
    const { text, numbers } = write(rows, ';', '\r\n', '');
    const { lines, unreadable } = await read(text);
    expect(unreadable).toBeUndefined();
    expect(lines.slice(1)).toEqual(
      rows.map(({ cells }, index) => ({ number: numbers[index], cells: cells.map(oneEnd) })),
    );
  });
});

describe('garbage', () => {
  it('never throws, and what is unreadable lies within the text', async () => {
    const pieces = fc.constantFrom(
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\n',
      '\r',
      '\r\n',
      'a',
      '\uFEFF',
      'sep=;',
      '\u0000',
      '\uD800',
      '😀',
    );
    const garbage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    );
    await fc.assert(
      fc.asyncProperty(garbage, async (text) => {
        const { lines, unreadable } = await read(text);
        const last = countEnds(text) + 1;
        for (const number of [...lines.map((line) => line.number), ...(unreadable === undefined ? [] : [unreadable])]) {
          expect(number).toBeGreaterThanOrEqual(1);
          expect(number).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['a mark that is not closed', 'a,b\n1,2\n\n"3,4\n5,6\n', 4],
    ['a mark in the middle of a cell', 'a,b\n1,2\n3,x"y"\n', 3],
    ['words after a mark', 'a,b\n"1"x,2\n', 2],
    ['an end of line within marks before', 'a,b\n"1\n1",2\n"3', 4],
  ])('%s is unreadable from its line on', async (_what, text, line) => {
    expect((await read(text)).unreadable).toBe(line);
  });

  it('a mark that is not closed does not have a whole file read as one cell', async () => {
    const rest = 'E1,Asha Kumari,9876543210\n'.repeat(50_000);
    const { lines, unreadable } = await read(`a,b,c\nE0,"Asha,1\n${rest}`);
    expect({ lines: lines.length, unreadable }).toEqual({ lines: 1, unreadable: 2 });
  });
});

describe('the layout', () => {
  it.each([
    ['commas', 'a,b,c', ','],
    ['semicolons', 'a;b;c', ';'],
    ['tabs', 'a\tb\tc', '\t'],
    ['semicolons, with commas in the titles', '"Name, first";Mobile;ID', ';'],
    ['tabs after empty lines', '\r\n\r\na\tb', '\t'],
    ['one column', 'a', ','],
  ])('finds %s', (_what, text, delimiter) => {
    expect(findLayout(text)).toMatchObject({ delimiter, start: 0, firstLine: 1 });
  });

  it.each(['sep=;\r\na,a;b', '"sep=;"\na,a;b', 'SEP=;\ra,a;b', '\uFEFFsep=;\na,a;b'])(
    'follows the line of Excel: %j',
    async (text) => {
      expect((await read(text)).lines).toEqual([{ number: 2, cells: ['a,a', 'b'] }]);
    },
  );

  it('takes a column that is only called so for what it is', async () => {
    expect((await read('sep,b\n1,2')).lines).toHaveLength(2);
  });
});
