/**
 * Reads a file of comma-separated values (RFC 4180, and what spreadsheets make of it) line by line, in slices. Strict:
 * where quotation marks do not fit, the file cannot be read from that line on, since a mark too many can swallow people.
 * Part of the core.
 */
import { Parser } from 'csv-parse';
import { findLayout } from './delimiter.ts';
import type { Turns } from './turns.ts';

/** One line of the table; it may take several lines of the file. */
export interface Line {
  /** Where it begins in the file, counted from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** What is parsed at a time, in UTF-16 units: a few milliseconds. */
const pieceLength = 16_384;

/** The longest line, in UTF-16 units: beyond it a quotation mark was never closed. */
const longestLine = 65_536;

/**
 * Hands on each line that is not blank.
 * @returns the number of the line that cannot be read, if any; what comes after it has not been looked at
 * @throws ClosingError
 */
export async function readLines(text: string, turns: Turns, onLine: (line: Line) => void): Promise<number | undefined> {
  const { delimiter, start, firstLine } = findLayout(text);
  let ended = { line: firstLine - 1, blanks: 0 };
  const beginOf = (blanks: number) => ended.line + 1 + blanks - ended.blanks;
  const parser = new Parser({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestLine,
    on_record: (cells: string[], { lines, empty_lines: blanks }) => {
      const number = beginOf(blanks);
      ended = { line: lines + firstLine - 1, blanks };
      if (cells.some((cell) => cell.trim() !== '')) {
        onLine({ number, cells });
      }
      return null;
    },
  });
  // Each write hears of its own fault; without a listener the stream would throw it as well.
  parser.on('error', () => {});
  parser.resume();
  for (const piece of piecesOf(text, start)) {
    if (!(await isTaken((done) => parser.write(piece, done)))) {
      return beginOf(parser.info.empty_lines);
    }
    await turns.next();
  }
  return (await isTaken((done) => parser.end(done))) ? undefined : beginOf(parser.info.empty_lines);
}

function isTaken(give: (done: (error?: Error | null) => void) => void): Promise<boolean> {
  return new Promise((resolve) => give((error) => resolve(error === undefined || error === null)));
}

/** All ends of lines become one, so that they are counted alike inside of quotes; no character is parted. */
function* piecesOf(text: string, start: number): Iterable<string> {
  for (let from = start; from < text.length; ) {
    let to = Math.min(text.length, from + pieceLength);
    if (/[\r\uD800-\uDBFF]/.test(text[to - 1] ?? '')) {
      to += 1;
    }
    yield text.slice(from, to).replace(/\r\n?/g, '\n');
    from = to;
  }
}
