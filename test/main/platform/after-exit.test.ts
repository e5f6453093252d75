/** What a process is told of the one before it. */
import { expect, test } from 'vitest';
import { afterExit, exitBefore } from '../../../main/platform/after-exit.ts';

test.each([0, 2, 128, undefined])('the code %s comes through', (code) => {
  expect(exitBefore(afterExit(code))).toBe(code);
});

test.each(['', '-1', '1.5', '9876543210', 'Asha'])('%j is no code', (text) => {
  const [name = ''] = Object.keys(afterExit(0));
  expect(exitBefore({ [name]: text })).toBeUndefined();
});
