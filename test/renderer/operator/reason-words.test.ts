/** Every reason of the contract has words, and no word lacks its reason. */
import { describe, expect, test } from 'vitest';
import { errorCodes, serviceReasons } from '../../../main/contract/public.ts';
import { canResume, reasonWords, wordOfReason } from '../../../renderer/operator/pages/terminal/reason-words.ts';

const own = serviceReasons.filter((reason) => !errorCodes.some((code) => code === reason));

describe('why the terminal is out of order', () => {
  test.each(own)('%s has words of its own', (reason) => {
    expect(wordOfReason({ reason })).toBe(reason);
  });

  test('what has no words of its own is a fault that somebody mends', () => {
    expect(wordOfReason({ reason: 'internal' })).toBe('fault');
    expect(wordOfReason({})).toBe('fault');
    expect(canResume({ state: 'out-of-order', reason: 'internal' })).toBe(true);
  });

  test('no word is offered that cannot end it', () => {
    for (const reason of ['disk-low', 'log-damaged', 'clock-wrong', 'log-unavailable'] as const) {
      expect(canResume({ state: 'out-of-order', reason })).toBe(false);
    }
    expect(canResume({ state: 'out-of-order', reason: 'upstream-forbidden' })).toBe(true);
    expect(canResume({ state: 'in-service' })).toBe(false);
  });

  test('both languages say as much', () => {
    expect(Object.keys(reasonWords.hi)).toEqual(Object.keys(reasonWords.en));
  });
});
