/**
 * "Did you mean ...?" for words that people type: keys of the configuration, commands of the CLI.
 * Runs everywhere.
 */

/**
 * The candidate that a mistyped word was most likely meant to be.
 * @returns undefined when none is near: more than a third of the letters would have to change
 */
export function findClosestWord(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.slice(0, 64).toLowerCase();
  let closest: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = countEdits(typed, candidate.toLowerCase());
    const near = distance <= Math.max(1, Math.floor(Math.max(typed.length, candidate.length) / 3));
    if (near && (closest === undefined || distance < closest.distance)) {
      closest = { candidate, distance };
    }
  }
  return closest?.candidate;
}

/** Levenshtein distance: how many letters must be put in, taken out or changed. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
