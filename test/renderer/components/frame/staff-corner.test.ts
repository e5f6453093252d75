import { describe, expect, it } from 'vitest';
import { countKnocks, type Touch } from '../../../../renderer/components/frame/staff-corner.ts';

const width = 1080;
const left = (at: number): Touch => ({ x: 40, y: 40, width, at });
const right = (at: number): Touch => ({ x: 1060, y: 90, width, at });
const elsewhere = (at: number): Touch => ({ x: 540, y: 40, width, at });

/** Which of the touches opens. */
function openings(touches: readonly Touch[]): number[] {
  const knock = countKnocks();
  return touches.flatMap((touch, index) => (knock(touch) ? [index] : []));
}

describe('the corner of staff', () => {
  it.each([
    ['left', left],
    ['right', right],
  ])('opens at the fifth touch within three seconds in the upper %s', (_side, touch) => {
    expect(openings([0, 700, 1_400, 2_100, 3_000].map(touch))).toEqual([4]);
  });

  it('does not open when they take longer, but when the last five are quick enough', () => {
    expect(openings([0, 700, 1_400, 2_100, 3_001].map(left))).toEqual([]);
    expect(openings([0, 700, 1_400, 2_100, 3_001, 3_500].map(left))).toEqual([5]);
  });

  it('begins anew after a touch elsewhere, and in the other corner', () => {
    expect(openings([left(0), left(1), elsewhere(2), left(3), left(4), left(5)])).toEqual([]);
    expect(openings([left(0), left(1), left(2), right(3), right(4)])).toEqual([]);
  });

  it('needs five more after it has opened', () => {
    expect(openings(Array.from({ length: 10 }, (_, index) => left(index)))).toEqual([4, 9]);
  });

  it('is not in the lower corners, where the ways out of a visit are', () => {
    expect(openings(Array.from({ length: 9 }, (_, index) => ({ ...left(index), y: 1_900 })))).toEqual([]);
  });
});
