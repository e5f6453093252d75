/** The lines that SQLite writes are those that the log hashes, and no cell of the table is a formula. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadDatabase } from '../../../../main/core/db/database.ts';
import { evidenceColumns } from '../../../../main/core/entry-log/entries-sql.ts';
import type { EntryEvidence } from '../../../../main/core/entry-log/entry.ts';
import { canonicalEvidence } from '../../../../main/core/entry-log/leaf.ts';
import {
  selectEvidenceLines,
  selectLeaves,
  selectSubjectLines,
  selectTableLines,
} from '../../../../main/core/export/columns-sql.ts';

/** A table of the same columns that takes any text: what somebody may have made of a database file. */
function openLoose(rows: readonly Readonly<Record<string, unknown>>[]): ReadDatabase {
  const columns = [...evidenceColumns, 'subject_name', 'subject_mobile', 'subject_salt', 'leaf_hash'];
  const database = new Database(':memory:');
  const typed = columns.map((column) => (column === 'seq' || column === 'status' ? `${column} INTEGER` : column));
  database.exec(`CREATE TABLE entries (${typed.join(', ')}, PRIMARY KEY (seq))`);
  const insert = database.prepare(`INSERT INTO entries VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of rows) {
    insert.run(...columns.map((column) => row[column] ?? null));
  }
  return database as ReadDatabase;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    '+91',
    '-1',
    '@x',
    '\t=1',
    '\r=1',
    '＝1',
    '"',
    ',',
    '\r\n',
    "'",
    ' ',
    '007',
    'आशा',
    'தமிழ்',
    '\u0000\u001f\u007f\u2028',
  ),
);
const rowOf = fc.record({
  ...Object.fromEntries(evidenceColumns.map((column) => [column, fc.option(anyText)])),
  status: fc.constantFrom(null, 0, 1, 2),
});

const read = (lines: Iterable<Buffer>) =>
  Buffer.concat(Array.from(lines, (page) => Buffer.from(page))).toString('utf8');

/** Reads RFC 4180, strictly. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const form = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('the evidence', () => {
  it('is the canonical JSON of each row, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(rowOf, { minLength: 1, maxLength: 5 }), (made) => {
        const rows = made.map((row, index) => ({ ...row, seq: index + 1 }) as unknown as EntryEvidence);
        const database = openLoose(rows.map((row) => ({ ...row })));
        const lines = read(selectEvidenceLines(database, { first: 1, last: rows.length }));
        expect(lines).toBe(rows.map((row) => `${canonicalEvidence(row)}\n`).join(''));
      }),
    );
  });

  it('is whole over the edges of pages, and only of its range', () => {
    const database = openLoose(Array.from({ length: 1000 }, (_none, index) => ({ seq: index + 1 })));
    const lines = read(selectEvidenceLines(database, { first: 199, last: 802 }))
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual(Array.from({ length: 604 }, (_none, at) => at + 199));
  });
});

describe('the table', () => {
  it('holds every text, and begins no cell as a formula or, where it is free text, as a number', () => {
    fc.assert(
      fc.property(rowOf, anyText, anyText, (made, name, mobile) => {
        const row: Record<string, unknown> = { ...made, seq: 1, subject_name: name, subject_mobile: mobile };
        const lines = read(selectTableLines(openLoose([row]), { first: 1, last: 1 }, true));
        const [cells = [], ...more] = readCsv(lines);
        expect(more).toEqual([]);
        const columns = [...evidenceColumns, 'subject_name', 'subject_mobile'];
        expect(cells).toHaveLength(columns.length);
        for (const [index, column] of columns.entries()) {
          const [text = ''] = String(row[column] ?? '').split('\u0000');
          expect([text, `'${text}`]).toContain(cells[index]);
          expect(cells[index]).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
        }
        for (const column of ['site', 'terminal', 'reason', 'operator', 'subject_name', 'subject_mobile'] as const) {
          expect(cells[columns.indexOf(column)]).not.toMatch(/^[0-9]/);
        }
      }),
    );
  });

  it('leaves what people write as it is', () => {
    const row = { seq: 1, purpose: 'visitor', subject_name: 'आ• कु••', subject_mobile: '••••••3210', id: '0190-a' };
    const cells = readCsv(read(selectTableLines(openLoose([row]), { first: 1, last: 1 }, true)))[0];
    expect(cells).toEqual(expect.arrayContaining(['visitor', 'आ• कु••', '••••••3210', '0190-a']));
  });
});

it('subjects are only of rows that still have a salt, in canonical JSON', () => {
  const subject_salt = Buffer.alloc(16, 0xab);
  const rows = [{ seq: 1 }, { seq: 2, subject_salt, subject_name: 'a"b', subject_mobile: null }];
  const lines = read(selectSubjectLines(openLoose(rows), { first: 1, last: 2 }));
  expect(lines).toBe(`{"mobile":null,"name":"a\\"b","salt":"${'ab'.repeat(16)}","seq":2}\n`);
});

it('leaves are 32 bytes a row, in order', () => {
  const rows = [1, 2, 3].map((seq) => ({ seq, leaf_hash: Buffer.alloc(32, seq) }));
  const leaves = Buffer.concat(Array.from(selectLeaves(openLoose(rows), { first: 2, last: 3 })));
  expect(leaves).toEqual(Buffer.concat([Buffer.alloc(32, 2), Buffer.alloc(32, 3)]));
});
