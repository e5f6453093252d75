/**
 * Columns of text for a terminal.
 * Runs in Node, for the CLI.
 */

/** Letters as they are seen: an Indic consonant with its vowel signs takes one place. */
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Lays rows out under their headings, columns aligned and two spaces apart; nothing in a cell moves the cursor. */
export function formatTable(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const lines = [headings, ...rows].map((cells) => cells.map(stripControls));
  const widths = headings.map((_, column) => Math.max(...lines.map((cells) => countLetters(cells[column] ?? ''))));
  return lines.map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - countLetters(cell)))
      .join('  ')
      .trimEnd(),
  );
}

function countLetters(text: string): number {
  return Array.from(letters.segment(text)).length;
}

/** What operators typed may hold anything; an escape sequence would speak to the terminal of who reads it. */
function stripControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}
