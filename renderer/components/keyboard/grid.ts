/**
 * Where the keys of a row lie. A row is a grid of half columns, so that keys of one and a half or two columns line up.
 * Runs in the faces.
 */

/** A key's place in its row: the line where it begins, from 1, and how many half columns it spans. */
export interface Place {
  readonly start: number;
  readonly span: number;
}

/** Keys that are not one column wide, in half columns. The space key takes what is left. */
const spans: Readonly<Record<string, number>> = { '{shift}': 3, '{script}': 4, '{done}': 4, '{space}': 0 };
const oneColumn = 2;

/**
 * Lays out a row over `columns` columns. A row without a space key lies in the middle; a half column that cannot be
 * shared out goes to its last key.
 */
export function placeRow(names: readonly string[], columns: number): readonly Place[] {
  const widths = names.map((name) => spans[name] ?? oneColumn);
  const left = 2 * columns - widths.reduce((sum, width) => sum + width, 0);
  const space = names.indexOf('{space}');
  let start = 1 + (space < 0 ? Math.floor(left / 2) : 0);
  return widths.map((width, index) => {
    const odd = space < 0 && index === names.length - 1 ? left % 2 : 0;
    const place = { start, span: index === space ? left : width + odd };
    start += place.span;
    return place;
  });
}
