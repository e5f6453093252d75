import { describe, expect, it } from 'vitest';
import type { OutcomeCounts } from '../../../main/contract/public.ts';
import { barParts, barsOf, busiestOf, heightsOf } from '../../../renderer/operator/pages/today/hour-bars.ts';

const none = { admitted: 0, referred: 0, refused: 0 };
const counts = (changes: Partial<OutcomeCounts>): OutcomeCounts => ({
  ...none,
  declined: 0,
  notVerified: 0,
  fault: 0,
  byHand: none,
  ...changes,
});

describe('the bars of a day', () => {
  it('are those of a usual day where nothing happened', () => {
    const bars = barsOf([]);
    expect(bars.map(({ hour }) => hour)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
    expect(busiestOf(bars)).toBeUndefined();
  });

  it('reach to whatever hour had visits', () => {
    const bars = barsOf([
      { hour: '05', counts: counts({ admitted: 1 }) },
      { hour: '23', counts: counts({ fault: 1 }) },
    ]);
    expect([bars.at(0)?.hour, bars.at(-1)?.hour, bars.length]).toEqual([5, 23, 19]);
  });

  it('stand upon one another, with what was decided by hand on top', () => {
    const hour = counts({ admitted: 3, notVerified: 2, byHand: { admitted: 1, referred: 1, refused: 1 } });
    const bars = barsOf([{ hour: '10', counts: hour }]);
    const heights = heightsOf(bars).map((line) => line[2]);
    expect(barParts).toEqual(['admitted', 'referred', 'refused', 'declined', 'not-verified', 'fault', 'by-hand']);
    expect(heights).toEqual([3, 3, 3, 3, 5, 5, 8]);
    expect(busiestOf(bars)).toMatchObject({ hour: 10, all: 8 });
  });
});
