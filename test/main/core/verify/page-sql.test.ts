/** What SQLite writes for a verifier is what the log hashed, whatever stands in the rows. */
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadDatabase } from '../../../../main/core/db/database.ts';
import { evidenceColumns } from '../../../../main/core/entry-log/entries-sql.ts';
import type { EntryEvidence } from '../../../../main/core/entry-log/entry.ts';
import { canonicalEvidence } from '../../../../main/core/entry-log/leaf.ts';
import { commitSubject } from '../../../../main/core/entry-log/subject.ts';
import { checkPersons } from '../../../../main/core/verify/check-persons.ts';
import { selectPage } from '../../../../main/core/verify/page-sql.ts';

type Row = Readonly<Record<string, unknown>>;

/** A table of the same columns that takes anything: what somebody may have made of a database file. */
function openLoose(rows: readonly Row[]): ReadDatabase {
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
  fc.constantFrom('\n', '"', '\\', '-', '{"mobile":null,"name":null}', 'आशा', '\u0000\u001f\u007f\u2028\ufffd'),
);
const maybeText = fc.option(anyText);
const evidenceOf = fc.record({
  ...Object.fromEntries(evidenceColumns.map((column) => [column, maybeText])),
  status: fc.constantFrom(null, 0, 1, 2),
});

test('the lines are the canonical JSON of each row, a line feed before each', () => {
  fc.assert(
    fc.property(fc.array(evidenceOf, { minLength: 1, maxLength: 5 }), (made) => {
      const rows = made.map((row, index) => ({ ...row, seq: index + 1 }) as unknown as EntryEvidence);
      const page = selectPage(openLoose(rows.map((row) => ({ ...row }))), 1, rows.length);
      expect(page.rows).toBe(rows.length);
      expect(page.lines.toString('utf8')).toBe(rows.map((row) => `\n${canonicalEvidence(row)}`).join(''));
    }),
  );
});

/** What somebody may do to a person; `none` and `erased` are no wrong. */
const changes: Readonly<Record<string, (row: Row) => Row>> = {
  none: () => ({}),
  erased: () => ({ subject_name: null, subject_mobile: null, subject_salt: null }),
  name: ({ subject_name: name }) => ({ subject_name: `${name ?? ''}x` }),
  mobile: ({ subject_mobile: mobile }) => ({ subject_mobile: `${mobile ?? ''}1` }),
  salt: () => ({ subject_salt: Buffer.alloc(16, 3) }),
  commitment: () => ({ subject_commitment: null }),
  'half-erased': () => ({ subject_mobile: '1', subject_salt: null }),
};
const personOf = fc.record({
  name: maybeText,
  mobile: maybeText,
  salt: fc.uint8Array({ minLength: 16, maxLength: 16 }),
  change: fc.constantFrom(...Object.keys(changes)),
});

test('persons are kept as they are committed to, and no other way', () => {
  fc.assert(
    fc.property(fc.array(personOf, { minLength: 1, maxLength: 5 }), (made) => {
      const rows = made.map(({ name, mobile, salt, change }, index) => {
        const subject_commitment = commitSubject(salt, { name, mobile });
        const kept = {
          subject_name: name,
          subject_mobile: mobile,
          subject_salt: Buffer.from(salt),
          subject_commitment,
        };
        return { seq: index + 1, ...kept, ...changes[change]?.(kept) };
      });
      const count = (wanted: string) => made.filter(({ change }) => change === wanted).length;
      const wrong = made.findIndex(({ change }) => change !== 'none' && change !== 'erased');
      const persons = checkPersons();
      persons.take(selectPage(openLoose(rows), 1, rows.length), rows.length, 1);
      const { kept, erased, wrong: found } = persons.end();
      expect({ kept, erased, found }).toEqual({
        kept: count('none'),
        erased: count('erased'),
        found: wrong === -1 ? undefined : wrong + 1,
      });
    }),
  );
});

test('a row without a person counts as neither', () => {
  const persons = checkPersons();
  persons.take(selectPage(openLoose([{ seq: 1 }]), 1, 1), 1, 1);
  expect(persons.end()).toEqual({ kept: 0, erased: 0, wrong: undefined });
});

test('a page with bytes where text should be has all other rows as they are', () => {
  const rows = [
    { seq: 1, site: 'a' },
    { seq: 2, site: Buffer.from('a') },
    { seq: 4, subject_name: Buffer.from('b') },
  ];
  const page = selectPage(openLoose(rows), 1, 5);
  expect(page.rows).toBe(3);
  const lines = page.lines.toString('utf8').split('\n').slice(1);
  expect(lines.map((line) => (line === '' ? undefined : JSON.parse(line).seq))).toEqual([1, undefined, 4]);
  expect(page.persons.toString('utf8').split('\n').slice(1)).toEqual([
    '-null{"mobile":null,"name":null}',
    '-null{"mobile":null,"name":null}',
    '',
  ]);
});

test('no rows are an empty page', () => {
  expect(selectPage(openLoose([]), 1, 100)).toMatchObject({ rows: 0, leaves: undefined });
});
