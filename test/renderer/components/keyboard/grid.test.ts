/** Where the keys of a row lie. */
import { describe, expect, it } from 'vitest';
import { placeRow } from '../../../../renderer/components/keyboard/grid.ts';

describe('a row', () => {
  it('gives the space key what the others leave', () => {
    expect(placeRow(['{script}', '{space}', '{done}'], 11)).toEqual([
      { start: 1, span: 4 },
      { start: 5, span: 14 },
      { start: 19, span: 4 },
    ]);
  });

  it('lies in the middle when it is short', () => {
    expect(placeRow(['a', 's'], 3)).toEqual([
      { start: 2, span: 2 },
      { start: 4, span: 2 },
    ]);
  });

  it('gives half a column that is left to its last key', () => {
    expect(placeRow(['{shift}', 'z'], 3)).toEqual([
      { start: 1, span: 3 },
      { start: 4, span: 3 },
    ]);
  });
});
