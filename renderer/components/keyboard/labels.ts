/**
 * What the keyboards are told by the faces: the words on their keys, and the field they write into.
 * Runs in the faces.
 */
import type { Locale } from '../../../main/contract/public.ts';

/** The accessible names and words of the keys that are not letters, in the language of the moment. */
export interface KeyboardLabels {
  /** The name of the whole: "Keyboard". */
  readonly keyboard: string;
  readonly backspace: string;
  readonly space: string;
  /** Shown on the key that ends the typing: "Next". */
  readonly done: string;
  /** Capital letters. */
  readonly shift: string;
  /** Accessible name of the key `ABC`: "Type in English letters". */
  readonly latin: string;
  /** Accessible name of the key that leads back to the script of the language: "Type in Hindi". */
  readonly script: string;
  /** Accessible name of the key to the second layer: "More letters". */
  readonly more: string;
}

/** The accessible names of the number pad and of its keys that are not digits. */
export interface NumberPadLabels {
  /** The name of the whole: "Number pad". */
  readonly pad: string;
  readonly backspace: string;
  readonly clear: string;
}

/** What keys can write into. */
export type KeyboardField = HTMLInputElement | HTMLTextAreaElement;

/** The field that keys write into: a ref of an `<input>` of letters, digits or a PIN, or of a `<textarea>`. */
export interface KeyboardTarget {
  readonly current: KeyboardField | null;
}

/** What the text keyboard needs of the screen that shows it. */
export interface KeyboardOwner {
  /** Decides the script; another locale makes another keyboard. */
  readonly locale: Locale;
  readonly target: KeyboardTarget;
  readonly labels: KeyboardLabels;
  /** Called with the field's whole text after each key. The field's own `maxLength` is kept. */
  onInput(text: string): void;
  /** The key that ends the typing was touched. */
  onDone(): void;
}
