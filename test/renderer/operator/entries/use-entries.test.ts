import { expect, it } from 'vitest';
import type { EntryLine, EntryPage } from '../../../../main/contract/public.ts';
import { appendOlder, mergeNewest } from '../../../../renderer/operator/pages/entries/use-entries.ts';

function line(seq: number): EntryLine {
  return {
    seq,
    at: '2026-01-15T04:30:00.000Z',
    outcome: 'admitted',
    purpose: 'visitor',
    channel: 'kiosk',
    status: 2,
    reason: null,
    operator: null,
    checkCode: '00000000',
    name: null,
    mobile: null,
    byHand: false,
  };
}

const page = (seqs: readonly number[], next: number | null): EntryPage => ({ entries: seqs.map(line), next });
const seqsOf = ({ entries }: EntryPage) => entries.map(({ seq }) => seq);

it('a new entry stands before those that are known, also where older pages were shown', () => {
  const merged = mergeNewest(page([9, 8, 7, 6, 5], 5), page([10, 9, 8], 8));
  expect(seqsOf(merged)).toEqual([10, 9, 8, 7, 6, 5]);
  expect(merged.next).toBe(5);
});

it('an answer that was overtaken takes nothing away', () => {
  const merged = mergeNewest(page([12, 11, 10, 9], 9), page([11, 10, 9], 9));
  expect(seqsOf(merged)).toEqual([12, 11, 10, 9]);
  expect(merged.next).toBe(9);
});

it('where there may be a gap only the newest page is shown', () => {
  const merged = mergeNewest(page([5, 4, 3], 3), page([20, 19, 18], 18));
  expect(seqsOf(merged)).toEqual([20, 19, 18]);
  expect(merged.next).toBe(18);
});

it('a page that holds everything is everything', () => {
  expect(mergeNewest(page([2, 1], null), page([3, 2, 1], null))).toEqual(page([3, 2, 1], null));
  expect(mergeNewest(page([2, 1], null), page([], null))).toEqual(page([], null));
});

it('an older page follows the last line, and comes once', () => {
  const first = page([9, 8], 8);
  const both = appendOlder(first, page([7, 6], 6));
  expect(both).toEqual(page([9, 8, 7, 6], 6));
  expect(appendOlder(both, page([7, 6], 6))).toEqual(both);
  expect(appendOlder(both, page([5], null))).toEqual(page([9, 8, 7, 6, 5], null));
});
