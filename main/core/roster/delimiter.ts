/** What parts the cells of a file, and where its first line begins. Pure. */

/** Where more than one would do, the one that stands less often in titles. */
const delimiters = ['\t', ';', ','] as const;

/** How a file is to be read. */
export interface Layout {
  readonly delimiter: string;
  /** Where the first line begins, in UTF-16 units. */
  readonly start: number;
  /** Its number, counted from 1. */
  readonly firstLine: number;
}

/** Excel's own first line, which is none of the table: `sep=;`. */
const separatorLine = /^"?sep=([,;\t])"?(?:\r\n|\r|\n|$)/i;

/** Finds the layout: as the file says itself, else by what its first line holds most often outside of quotes. */
export function findLayout(text: string): Layout {
  const begin = text.startsWith('\uFEFF') ? 1 : 0;
  const said = separatorLine.exec(text.slice(begin, begin + 10));
  const [line = '', delimiter] = said ?? [];
  return delimiter === undefined
    ? { delimiter: mostIn(text, begin), start: begin, firstLine: 1 }
    : { delimiter, start: begin + line.length, firstLine: 2 };
}

/** No first line is looked at for longer. */
const longestLook = 20_000;

function mostIn(text: string, begin: number): string {
  const counts = new Map<string, number>();
  let quoted = false;
  let seen = false;
  for (const character of text.slice(begin, begin + longestLook)) {
    if (character === '"') {
      quoted = !quoted;
    }
    if (!quoted) {
      if (seen && (character === '\n' || character === '\r')) {
        break;
      }
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    // Empty lines before the first one say nothing.
    seen ||= character.trim() !== '';
  }
  const best = delimiters.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return (counts.get(best[0] ?? ',') ?? 0) > 0 ? (best[0] ?? ',') : ',';
}
