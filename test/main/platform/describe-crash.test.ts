/** What is said of an error that nobody caught holds nothing of a person. */
import { expect, test } from 'vitest';
import { describeCrash } from '../../../main/platform/describe-crash.ts';

test('the name and the places, never the message, however many lines it has', () => {
  const error = new TypeError('Asha Kumari\n    at 9876543210\nat secret (/home/a.ts:1:2) 123456');
  const words = describeCrash(error);
  expect(words).toMatch(
    /^the program made a mistake \(TypeError\); please report these lines\n {4}at .*describe-crash/,
  );
  expect(words).not.toMatch(/Asha|9876543210|123456/);
});

test('what is no error says so, and so does a name that is no name', () => {
  const odd = new Error('x');
  odd.name = 'Asha Kumari 9876543210';
  for (const thrown of ['Asha', 9876543210, undefined, null, odd]) {
    expect(describeCrash(thrown)).toContain('(something that is no error)');
    expect(describeCrash(thrown)).not.toMatch(/Asha|9876543210/);
  }
});
