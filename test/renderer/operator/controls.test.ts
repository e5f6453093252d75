import { describe, expect, it } from 'vitest';
import { errorCodes, type Operator, problem } from '../../../main/contract/public.ts';
import { rowAfterKey } from '../../../renderer/operator/controls/data-table.tsx';
import { problemWords } from '../../../renderer/operator/controls/problem-words.ts';
import { buildDates } from '../../../renderer/operator/dates.ts';
import { codeFaultOf } from '../../../renderer/operator/door/recover-form.tsx';
import { noteOf } from '../../../renderer/operator/door/use-unlock.ts';
import { inOrder } from '../../../renderer/operator/pages/operators/operator-table.tsx';
import { dayAfter } from '../../../renderer/operator/pages/today/day-switch.tsx';
import { isPin, pinFaultOf } from '../../../renderer/operator/pin/new-pin.ts';

describe('the rows of a table', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 3, 2],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['Tab', 1, undefined],
  ])('are moved among by %s from %i to %s', (key, from, to) => {
    expect(rowAfterKey(key, from, 5)).toBe(to);
  });
});

it('every fault has words that name no code', () => {
  for (const code of errorCodes) {
    expect(problemWords.en[code]).toMatch(/[a-zA-Z”]\.$/);
  }
  const said = Object.values(problemWords.en).join(' ');
  for (const code of errorCodes.filter((one) => one.includes('-'))) {
    expect(said).not.toContain(code);
  }
});

describe('dates', () => {
  const dates = buildDates('en', 'Asia/Kolkata');

  it('are those of the site, whatever the machine has', () => {
    expect(dates.dayKey('2026-01-30T18:30:00.000Z')).toBe('2026-01-31');
    expect(dates.dayKey('2026-01-30T18:29:59.999Z')).toBe('2026-01-30');
    expect(dates.time('2026-01-30T18:30:00.000Z')).toBe('12:00 am');
  });

  it('go from day to day over the ends of months', () => {
    expect([dayAfter('2026-03-01', -1), dayAfter('2026-12-31', 1)]).toEqual(['2026-02-28', '2027-01-01']);
  });
});

describe('a new PIN', () => {
  it.each(['704218', '१२३४५६७', '123456789012'])('may be %s by its form', (typed) => {
    expect(isPin(typed)).toBe(true);
  });

  it.each(['', '12345', '1234567890123', '70421a', '704 218'])('may not be "%s"', (typed) => {
    expect(isPin(typed)).toBe(false);
  });

  it('is told what the core does not like about it, and of nothing else', () => {
    const refused = (path: string, word: string) =>
      problem('invalid-input', { fields: [{ path, problem: word }] }).error;
    expect(pinFaultOf(refused('pin', 'a-date'))).toBe('a-date');
    expect(pinFaultOf(refused('pin', 'too-short'))).toBe('not-allowed');
    expect(pinFaultOf(refused('name', 'too-long'))).toBeUndefined();
  });
});

describe('a try at the door', () => {
  it.each([
    [problem('unauthenticated', { attemptsLeft: 7 }), { kind: 'wrong', attemptsLeft: 7 }],
    [problem('locked-out'), { kind: 'out' }],
    [problem('too-many-requests', { retryAfterMs: 5_000 }), { kind: 'wait' }],
    [problem('log-unavailable'), { kind: 'problem', problem: problem('log-unavailable').error }],
  ])('is answered', ({ error }, note) => {
    expect(noteOf(error)).toEqual(note);
  });

  it('with the recovery code is told what was wrong', () => {
    const refused = (path: string, word: string) =>
      problem('invalid-input', { fields: [{ path, problem: word }] }).error;
    expect(codeFaultOf(problem('unauthenticated').error)).toBe('codeWrong');
    expect(codeFaultOf(refused('code', 'not-allowed'))).toBe('codeForm');
    expect(codeFaultOf(refused('operator', 'not-a-manager'))).toBe('notManager');
    expect(codeFaultOf(problem('internal').error)).toBeUndefined();
  });
});

it('operators who may not unlock stand last', () => {
  const operator = (name: string, state: Operator['state']): Operator => ({
    id: name,
    name,
    role: 'reception',
    state,
    since: '2026-01-01T00:00:00.000Z',
  });
  const all = [operator('Zoya', 'active'), operator('Amit', 'disabled'), operator('Meena', 'locked-out')];
  expect(inOrder(all).map(({ name }) => name)).toEqual(['Meena', 'Zoya', 'Amit']);
});
