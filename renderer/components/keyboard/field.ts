/**
 * The field in the page that keys write into: reads its selection, writes its text, keeps its focus and caret.
 * Runs in the faces.
 */
import type { Edit, Field } from './edit.ts';
import type { KeyboardField } from './labels.ts';

/** The field's text and selection as they stand; a field that keeps none has its caret at the end. */
export function readField(input: KeyboardField): Field {
  const end = input.selectionEnd ?? input.value.length;
  return { text: input.value, start: input.selectionStart ?? end, end };
}

/**
 * Writes the text into the field and sets the caret, before the owner hears of it: when the owner then renders the same
 * text, nothing changes and the caret stays.
 */
export function writeField(input: KeyboardField, edit: Edit): void {
  focusField(input);
  if (input.value !== edit.text) {
    input.value = edit.text;
  }
  input.setSelectionRange(edit.caret, edit.caret);
  // The caret at the end of a long name stays in view.
  if (edit.caret === edit.text.length) {
    input.scrollLeft = input.scrollWidth;
  }
}

/** Gives the field the focus when it has lost it, without scrolling the page. */
export function focusField(input: KeyboardField): void {
  if (input.ownerDocument.activeElement !== input) {
    input.focus({ preventScroll: true });
  }
}

/** The most UTF-16 units that the field takes: its `maxLength`, or no limit. */
export function longestOf(input: KeyboardField): number {
  return input.maxLength < 0 ? Number.POSITIVE_INFINITY : input.maxLength;
}
