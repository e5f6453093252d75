/** What a file becomes: mapping, sample, and the problems with their lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RosterMapping } from '../../../../main/contract/public.ts';
import type { ExpectedPerson } from '../../../../main/core/roster/check-line.ts';
import { guessMapping } from '../../../../main/core/roster/guess-mapping.ts';
import { readRoster } from '../../../../main/core/roster/read-roster.ts';
import { buildTurns } from '../../../../main/core/roster/turns.ts';
import { buildClock } from '../../../../main/platform/clock.ts';
import { inventPeople, mapping, writeFile } from './people.ts';

async function read(text: string, given?: RosterMapping) {
  const people: ExpectedPerson[] = [];
  const turns = buildTurns(buildClock(), new AbortController().signal);
  const preview = await readRoster(text, given, turns, (person) => people.push(person));
  return { people, preview };
}

/** One line under titles that are known. */
const line = (reference: string, name: string, mobile: string) =>
  read(`id,name,mobile\n${[reference, name, mobile].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`);

describe('the guess of the mapping', () => {
  it.each<[string, RosterMapping | null]>([
    ['Employee ID,Full Name,Mobile Number', { reference: 0, name: 1, mobile: 2 }],
    ['name;phone;code', { name: 0, mobile: 1, reference: 2 }],
    ['  MOBILE_NO. \tempId\tEmployeeName', { mobile: 0, reference: 1, name: 2 }],
    ['Name,Full name,Mobile,Ref', { name: 1, mobile: 2, reference: 3 }],
    ['नाम,मोबाइल,कर्मचारी आईडी', { name: 0, mobile: 1, reference: 2 }],
    ['कर्मचारी का नाम;फ़ोन नंबर;कोड', { name: 0, mobile: 1, reference: 2 }],
    ['Vorname,Telefon,Nummer', null],
    ['name,mobile', null],
  ])('of %s', async (titles, guessed) => {
    const { preview } = await read(`${titles}\n1,2,3\n`);
    expect(preview.mapping).toEqual(guessed);
  });

  it('never gives one column to two fields', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('name', 'mobile', 'id', 'phone', 'कोड', 'x', ''), { maxLength: 6 }),
        (titles) => {
          const guessed = guessMapping(titles);
          expect(new Set(Object.values(guessed ?? { a: 0, b: 1, c: 2 })).size).toBe(3);
        },
      ),
    );
  });
});

describe('a file that is right', () => {
  it('becomes its people, each as the kiosk would read them', async () => {
    const text = 'नाम\tमोबाइल नंबर\tआईडी\n  आशा   कुमारी \t+91 ९८७६५-४३२१०\t E 1 \nRavi Kumar\t9876543211\tE2';
    const { people, preview } = await read(text);
    expect(people).toEqual([
      { reference: 'E 1', person: { fullName: 'आशा कुमारी', mobileNumber: '9876543210' } },
      { reference: 'E2', person: { fullName: 'Ravi Kumar', mobileNumber: '9876543211' } },
    ]);
    expect(preview).toMatchObject({ rows: 2, good: 2, problems: [], more: false });
  });

  it('needs no titles where a number stands in its first line', async () => {
    const { people, preview } = await read('E1,Asha,9876543210\nE2,Bina,9876543211\n', mapping);
    expect(people.map(({ reference }) => reference)).toEqual(['E1', 'E2']);
    expect(preview.columns).toEqual(['', '', '']);
  });

  it('is counted, and checked no further, while nobody knows its columns', async () => {
    const { preview } = await read('a,b,c\n1,2,3\n4,5,6\n');
    expect(preview).toMatchObject({ mapping: null, rows: 2, good: 0, problems: [] });
  });

  it('shows ten lines and no cell in full that is very long', async () => {
    const { preview } = await read(`${writeFile(inventPeople(30))}E99,${'x'.repeat(5000)},1\n`);
    expect(preview.columns).toEqual(['Employee ID', 'Full name', 'Mobile number']);
    expect(preview.sample).toHaveLength(10);
    expect(preview.sample[0]).toEqual(['E0', 'Asha Kumari 0', '9000000000']);
    const long = await read(`id,name,mobile\nE1,${'x'.repeat(5000)},1\n`);
    expect(long.preview.sample[0]?.[1]).toHaveLength(200);
  });

  it('whatever its people are called, gives them all back', async () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zऀ-ह]{1,8}$/), { minLength: 1, maxLength: 4 });
    const names = fc.uniqueArray(
      words.map((all) => `Ab ${all.join(' ')}`),
      { minLength: 1, maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(names, async (all) => {
        const people = all.map((fullName, index) => ({
          fullName,
          reference: `#${index}`,
          mobileNumber: String(7_000_000_000 + index),
        }));
        const found = (await read(writeFile(people))).people;
        expect(found).toEqual(
          people.map(({ reference, fullName, mobileNumber }) => ({
            reference,
            person: { fullName: fullName.normalize('NFC'), mobileNumber },
          })),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a line that cannot be taken', () => {
  it.each<[string, [string, string, string], [string, string][]]>([
    [
      'with nothing in it but one cell',
      ['E1', '', ''],
      [
        ['name', 'missing'],
        ['mobile', 'missing'],
      ],
    ],
    ['with digits for a name', ['E1', '12345', '9876543210'], [['name', 'not-a-name']]],
    ['with a name for a number', ['E1', 'Asha', 'Kumari'], [['mobile', 'not-a-mobile-number']]],
    [
      'with a number that a spreadsheet has damaged',
      ['E1', 'Asha', '9.87654E+09'],
      [['mobile', 'not-a-mobile-number']],
    ],
    ['with nine digits', ['E1', 'Asha', '987654321'], [['mobile', 'not-a-mobile-number']]],
    ['with a name that is too long', ['E1', 'Asha '.repeat(30), '9876543210'], [['name', 'too-long']]],
    ['with a reference that is too long', ['E'.repeat(101), 'Asha', '9876543210'], [['reference', 'too-long']]],
    ['with no reference', [' ', 'Asha', '9876543210'], [['reference', 'missing']]],
    ['with signs that nobody sees', ['E\u00001', 'Asha', '9876543210'], [['reference', 'not-readable']]],
    ['whose reference is the number', ['+91-98765 43210', 'Asha', '9876543210'], [['reference', 'names-the-person']]],
    ['whose reference is the name', ['asha', 'Asha', '9876543210'], [['reference', 'names-the-person']]],
    [
      'whose reference is made of the name',
      ['kumari.asha7', 'Asha Kumari', '9876543210'],
      [['reference', 'names-the-person']],
    ],
  ])('%s says so by column', async (_what, [reference, name, mobile], problems) => {
    const { preview, people } = await line(reference, name, mobile);
    expect(preview).toMatchObject({ rows: 1, good: 0 });
    expect(preview.problems).toEqual(problems.map(([column, problem]) => ({ line: 2, column, problem })));
    expect(people).toEqual([]);
  });

  it('a reference with one word of a name is none of these', async () => {
    const { preview } = await line('DEV-0012', 'Dev Rao', '9876543210');
    expect(preview.good).toBe(1);
  });

  it('names the second of two that are the same', async () => {
    const text = [
      'id,name,mobile',
      'E1,Asha Kumari,9876543210',
      '',
      'E1,Bina Devi,9876543211',
      'E3, asha   KUMARI,+91 9876543210',
      'E4,Asha Kumari,9876543299',
      'E5,Bina Rao,9876543210',
    ].join('\n');
    const { preview } = await read(text);
    expect(preview.problems).toEqual([
      { line: 4, column: 'reference', problem: 'twice' },
      { line: 5, column: 'line', problem: 'twice' },
    ]);
    expect(preview).toMatchObject({ rows: 5, good: 3 });
  });

  it('is one of two hundred at most, and it is said that there are more', async () => {
    const bad = (count: number) => read(`id,name,mobile\n${'E1,Asha,0\n'.repeat(count)}`);
    expect((await bad(200)).preview).toMatchObject({ rows: 200, good: 0, more: false });
    const { preview } = await bad(201);
    expect(preview.problems).toHaveLength(200);
    expect(preview.more).toBe(true);
  });

  it('ends the reading where marks do not fit, with the line', async () => {
    const { preview } = await read('id,name,mobile\nE1,Asha,9876543210\nE2,"Bina,9876543211\nE3,Chitra,9876543212\n');
    expect(preview.problems).toEqual([{ line: 3, column: 'line', problem: 'not-readable' }]);
    expect(preview.good).toBe(1);
  });

  it('never comes back in what is told of it', async () => {
    const { preview } = await read('id,name,mobile\nE1,Secret 99,12345\nE2,S\u0000cret,9876543210\n');
    expect(JSON.stringify(preview.problems)).not.toMatch(/ecret|12345|9876543210/);
  });
});

describe('garbage', () => {
  it('is never taken, and never throws', async () => {
    const cells = fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r\n',
      'name',
      'mobile',
      'id',
      '9876543210',
      'Asha',
      '\u0000',
      '\t',
      ';',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { maxLength: 40 }), async (all) => {
        const { preview, people } = await read(all.join(''), mapping);
        expect(preview.good).toBe(people.length);
        expect(preview.good).toBeLessThanOrEqual(preview.rows);
      }),
      { numRuns: 300 },
    );
  });
});
