/**
 * Reads a people file: a YAML list of `{full_name, mobile_number, vaccination_status}`.
 * Runs in Node, wherever the sandbox runs.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { keyOf, type Person } from './person.ts';

/** A people file that cannot be used. The message names line, field and reason, and no person. */
export class PeopleError extends Error {
  /** Counted from 1. */
  readonly line: number;
  readonly field: string | undefined;

  constructor(line: number, field: string | undefined, reason: string) {
    super(`line ${line}${field === undefined ? '' : `, ${field}`}: ${reason}`);
    this.name = 'PeopleError';
    this.line = line;
    this.field = field;
  }
}

/** A value of the file with the line on which it stands. */
interface Cell {
  readonly line: number;
  readonly value: unknown;
  /** How a plain scalar is written in the file. */
  readonly source: string | undefined;
}

type Field = keyof Person;
type Row = { readonly line: number; readonly cells: ReadonlyMap<string, Cell> };
type LineOf = (node: unknown) => number;

const fields: readonly Field[] = ['full_name', 'mobile_number', 'vaccination_status'];
const longestName = 200;

/**
 * Reads the text of a people file; an empty list is allowed.
 * @throws {PeopleError} when it is not such a list, a field is missing, unknown or wrong, or a person stands there twice
 */
export function readPeople(yamlText: string): Person[] {
  const lines = new LineCounter();
  // Windows editors write a byte order mark, after which yaml 2.9 takes no list.
  const text = yamlText.replace(/^\ufeff/, '');
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    // The parser's own message may quote the file, and with it a person.
    const reason = `not YAML: ${broken.code.toLowerCase().replaceAll('_', ' ')}`;
    throw new PeopleError(Math.max(1, lines.linePos(broken.pos[0]).line), undefined, reason);
  }
  const lineOf: LineOf = (node) => lines.linePos(startOf(node)).line || 1;
  const list = document.contents;
  if (!isSeq(list)) {
    throw new PeopleError(lineOf(list), undefined, `must be a YAML list of {${fields.join(', ')}}`);
  }
  const rows = list.items.map((item) => readRow(document, item, lineOf));
  refuseTwins(rows);
  return rows.map(readPerson);
}

function startOf(node: unknown): number {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}

function readRow(document: Document, item: unknown, lineOf: LineOf): Row {
  const map = isAlias(item) ? item.resolve(document) : item;
  const line = lineOf(item);
  if (!isMap(map)) {
    throw new PeopleError(line, undefined, `must have the fields ${fields.join(', ')}`);
  }
  return { line, cells: readCells(document, map, lineOf) };
}

function readCells(document: Document, map: YAMLMap, lineOf: LineOf): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!fields.some((field) => field === name)) {
      // What is not a plain word could do something to a terminal: it is not repeated.
      const shown = /^[\w-]{1,40}$/.test(name) ? name : undefined;
      throw new PeopleError(lineOf(key), shown, `unknown field; known are ${fields.join(', ')}`);
    }
    const node = isAlias(value) ? value.resolve(document) : value;
    const scalar = isScalar(node) ? node : undefined;
    cells.set(name, { line: lineOf(value ?? key), value: scalar?.value, source: scalar?.source });
  }
  return cells;
}

function cellOf(row: Row, field: Field): Cell {
  const cell = row.cells.get(field);
  if (cell === undefined) {
    throw new PeopleError(row.line, field, 'missing');
  }
  return cell;
}

function readPerson(row: Row): Person {
  return { full_name: readName(row), mobile_number: readNumber(row), vaccination_status: readStatus(row) };
}

function readName(row: Row): string {
  const { line, value } = cellOf(row, 'full_name');
  if (typeof value !== 'string' || value.trim() === '' || value.length > longestName) {
    throw new PeopleError(line, 'full_name', `must be text of 1 to ${longestName} characters`);
  }
  return value;
}

/** Ten digits are taken with and without quotation marks: without them YAML sees a number. */
function readNumber(row: Row): string {
  const { line, value, source } = cellOf(row, 'mobile_number');
  const digits = typeof value === 'number' ? source : value;
  if (typeof digits !== 'string' || !/^[0-9]{10}$/.test(digits)) {
    throw new PeopleError(line, 'mobile_number', 'must be ten digits, without +91 and spaces');
  }
  return digits;
}

function readStatus(row: Row): Person['vaccination_status'] {
  const { line, value } = cellOf(row, 'vaccination_status');
  if (value !== 0 && value !== 1 && value !== 2) {
    throw new PeopleError(line, 'vaccination_status', 'must be 0, 1 or 2');
  }
  return value;
}

function refuseTwins(rows: readonly Row[]): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(readNumber(row), readName(row));
    const first = seen.get(key);
    if (first !== undefined) {
      throw new PeopleError(row.line, 'full_name', `the same name and number as on line ${first}`);
    }
    seen.set(key, row.line);
  }
}
