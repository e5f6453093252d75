/**
 * What a key shows and does at a moment, and the stroke that it makes in a field.
 * Runs in the faces.
 */
import { type Edit, type Field, insertText } from './edit.ts';

/** `typed` goes in at the caret, in place of the selection and of as many UTF-16 units before it as `replaced` says. */
export interface Stroke {
  readonly replaced: number;
  readonly typed: string;
}

/** A key without a stroke has nothing to do here: a vowel sign without a consonant. */
export interface Key {
  readonly shown: string;
  /** Vowels and signs, which change with the text, are set apart from the letters that stay. */
  readonly vowel?: true;
  readonly stroke?: Stroke;
}

/** Makes the stroke; a text that would grow longer than `longest` UTF-16 units stays as it is. */
export function strike(field: Field, stroke: Stroke, longest: number): Edit {
  const edit = insertText({ ...field, start: field.start - stroke.replaced }, stroke.typed, longest);
  return edit.text === field.text ? { text: field.text, caret: field.end } : edit;
}
