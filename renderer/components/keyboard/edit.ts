/**
 * What a key does to the text of a field: pure functions on text and caret, in UTF-16 units.
 * Runs in the faces.
 */

/** A field's text and its selection; without a selection `start` and `end` are both the caret. */
export interface Field {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The text after a key, and where the caret stands then. */
export interface Edit {
  readonly text: string;
  readonly caret: number;
}

/**
 * Replaces the selection by `typed`, or puts it in at the caret.
 * @param longest the most UTF-16 units that the field takes; an insertion that would pass it changes nothing
 */
export function insertText(field: Field, typed: string, longest = Number.POSITIVE_INFINITY): Edit {
  const text = field.text.slice(0, field.start) + typed + field.text.slice(field.end);
  return text.length > longest ? { text: field.text, caret: field.end } : { text, caret: field.start + typed.length };
}

/**
 * Removes the selection, or the letter before the caret. A letter is what a reader counts as one (a grapheme): a
 * consonant goes with its vowel sign, so that no sign is left standing alone.
 */
export function deleteBack(field: Field): Edit {
  const from = field.start < field.end ? field.start : letterStart(field.text, field.start);
  return { text: field.text.slice(0, from) + field.text.slice(field.end), caret: from };
}

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Where the letter begins that ends at or holds the unit before `caret`; 0 at the beginning of the text. */
function letterStart(text: string, caret: number): number {
  return caret > 0 ? (letters.segment(text).containing(caret - 1)?.index ?? 0) : 0;
}
