/**
 * How Latin is typed: each word of a name begins with a capital by itself.
 * Runs in the faces.
 */
import type { Key } from './key.ts';

/** Whether the next letter begins a word: also after an initial's full stop, a hyphen and an apostrophe (D'Souza). */
export function beginsWord(before: string): boolean {
  return /(?:^|[\s.\-'’(/])$/u.test(before);
}

/** What a key of the Latin layer shows and types. */
export function latinKey(name: string, capital: boolean): Key {
  const letter = capital ? name.toUpperCase() : name;
  return { shown: letter, stroke: { replaced: 0, typed: letter } };
}
