import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { foldName, type Person } from '../../../main/sandbox/person.ts';
import { PeopleError, readPeople, startSandbox } from '../../../main/sandbox/sandbox.ts';

const row = (changes: string) => `- full_name: Asha Kumari\n  mobile_number: "9876543210"\n${changes}`;

const person: fc.Arbitrary<Person> = fc.record({
  full_name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((name) => foldName(name) !== ''),
  mobile_number: fc.stringMatching(/^[0-9]{10}$/),
  vaccination_status: fc.constantFrom(0, 1, 2),
});

const people = fc.uniqueArray(person, {
  maxLength: 20,
  selector: (one) => `${one.mobile_number} ${foldName(one.full_name)}`,
});

test('what was written as YAML or JSON is read back', () => {
  fc.assert(
    fc.property(people, (list) => {
      expect(readPeople(stringify(list))).toEqual(list);
      expect(readPeople(JSON.stringify(list, null, 2))).toEqual(list);
    }),
  );
});

test('any text is read or refused with a line, and the message stays within one line', () => {
  const pieces = fc.constantFrom(
    '- ',
    '  ',
    '\n',
    'full_name',
    ': ',
    '"',
    '9876543210',
    '[',
    '{',
    '&a ',
    '*a',
    '!!',
    '%',
    '|',
  );
  const scraps = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(scraps, (text) => {
      const error = problemOf(text);
      if (error !== undefined) {
        expect(error.line).toBeGreaterThanOrEqual(1);
        expect(error.line).toBeLessThanOrEqual(text.split('\n').length);
        expect(error.message).toMatch(/^line \d+.*$/);
      }
    }),
    { numRuns: 1_000 },
  );
});

function problemOf(text: string): PeopleError | undefined {
  try {
    readPeople(text);
    return undefined;
  } catch (error) {
    if (error instanceof PeopleError) {
      return error;
    }
    throw error;
  }
}

test.each([
  ['no list', 'full_name: Asha', 'line 1: must be a YAML list of {full_name, mobile_number, vaccination_status}'],
  ['nothing', '', 'line 1: must be a YAML list of {full_name, mobile_number, vaccination_status}'],
  ['no YAML', '- full_name: "Asha', 'line 1: not YAML: missing char'],
  ['a tab', '- full_name: Asha\n\tmobile_number: 1', 'line 2: not YAML: unexpected token'],
  ['a word in the list', '- Asha', 'line 1: must have the fields full_name, mobile_number, vaccination_status'],
  ['a missing field', row(''), 'line 1, vaccination_status: missing'],
  [
    'an unknown field',
    row('  status: 2'),
    'line 3, status: unknown field; known are full_name, mobile_number, vaccination_status',
  ],
  [
    'a field of no word',
    row('  "\\e[31m": 2'),
    'line 3: unknown field; known are full_name, mobile_number, vaccination_status',
  ],
  ['status 3', row('  vaccination_status: 3'), 'line 3, vaccination_status: must be 0, 1 or 2'],
  ['a status as text', row('  vaccination_status: "2"'), 'line 3, vaccination_status: must be 0, 1 or 2'],
  [
    'a short number',
    '- mobile_number: 987654321\n  full_name: A\n  vaccination_status: 1',
    'line 1, mobile_number: must be ten digits, without +91 and spaces',
  ],
  [
    'a number with +91',
    '- full_name: A\n  mobile_number: "+919876543210"\n  vaccination_status: 1',
    'line 2, mobile_number: must be ten digits, without +91 and spaces',
  ],
  [
    'an empty name',
    '- mobile_number: 9876543210\n  full_name: " "\n  vaccination_status: 1',
    'line 2, full_name: must be text of 1 to 200 characters',
  ],
  [
    'a name that is a number',
    '- full_name: 12\n  mobile_number: 9876543210\n  vaccination_status: 1',
    'line 1, full_name: must be text of 1 to 200 characters',
  ],
  ['a field that is a list', row('  vaccination_status: [1]'), 'line 3, vaccination_status: must be 0, 1 or 2'],
  ['a field twice', row('  full_name: B'), 'line 3: not YAML: duplicate key'],
  [
    'a person twice',
    `${row('  vaccination_status: 1')}\n- {full_name: ASHA  kumari, mobile_number: 9876543210, vaccination_status: 2}`,
    'line 4, full_name: the same name and number as on line 1',
  ],
])('%s is refused with line and field', (_name, text, message) => {
  expect(problemOf(text)?.message).toBe(message);
});

test('a number without quotation marks keeps its digits, an anchor may be used, a BOM is skipped', () => {
  const text =
    '\ufeff- {full_name: A, mobile_number: &home 0123456789, vaccination_status: 0}\n- {full_name: B, mobile_number: *home, vaccination_status: 1}\n';
  expect(readPeople(text).map((one) => one.mobile_number)).toEqual(['0123456789', '0123456789']);
});

test('no message tells a name or a number', () => {
  const text = '- full_name: Asha Kumari\n  mobile_number: "98765432101"\n  vaccination_status: 1';
  expect(problemOf(text)?.message).not.toMatch(/Asha|98765/);
});

test('a sandbox does not start with the same person twice', async () => {
  const one = { full_name: 'Asha Kumari', mobile_number: '9876543210', vaccination_status: 2 } as const;
  const start = startSandbox({ port: 0, people: [one, { ...one, full_name: 'asha kumari' }] });
  await expect(start).rejects.toThrow(TypeError);
});
