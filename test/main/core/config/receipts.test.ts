/** `receipts`: how long a receipt can be shown, and how long one key signs. */
import { expect, it } from 'vitest';
import { exampleConfig } from '../../../../main/core/kiosk.ts';
import { problemsOf, settingsOf, smallest } from './parse.ts';

const withReceipts = (receipts: string) => `${smallest}receipts: {${receipts}}\n`;

it('has defaults, which are those that the example shows', () => {
  const defaults = { validMs: 600_000, rotateDays: 90 };
  expect(settingsOf(smallest).receipts).toEqual(defaults);
  const shown = /# {3}validMinutes: (\d+) .*\n# {3}rotateDays: (\d+) /.exec(exampleConfig());
  expect(settingsOf(withReceipts(`validMinutes: ${shown?.[1]}, rotateDays: ${shown?.[2]}`)).receipts).toEqual(defaults);
});

it('takes what the venue chooses', () => {
  expect(settingsOf(withReceipts('validMinutes: 1440, rotateDays: 2')).receipts).toEqual({
    validMs: 86_400_000,
    rotateDays: 2,
  });
});

it.each([
  ['validMinutes: 0', 'receipts.validMinutes'],
  ['validMinutes: 1441', 'receipts.validMinutes'],
  ['validMinutes: 2.5', 'receipts.validMinutes'],
  ['rotateDays: 1', 'receipts.rotateDays'],
  ['validMinute: 3', 'receipts.validMinute'],
])('refuses %s', (receipts, key) => {
  expect(problemsOf(withReceipts(receipts))).toEqual([expect.stringContaining(` ${key}: `)]);
});
