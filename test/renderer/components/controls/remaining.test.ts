import { describe, expect, it } from 'vitest';
import { milestoneOf } from '../../../../renderer/components/controls/remaining.tsx';

describe('milestoneOf', () => {
  it.each([
    [180, undefined],
    [121, undefined],
    [120, 120],
    [61, 120],
    [60, 60],
    [31, 60],
    [20, 20],
    [11, 20],
    [10, 10],
    [5, 5],
    [1, 5],
    [0, undefined],
  ])('speaks of %i seconds as %s', (seconds, milestone) => {
    expect(milestoneOf(seconds)).toBe(milestone);
  });
});
