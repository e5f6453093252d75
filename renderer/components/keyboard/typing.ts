/**
 * The state of the text keyboard as values, and the changes that keys make to it.
 * Runs in the faces.
 */
import type { Key } from './key.ts';
import { beginsWord, latinKey } from './latin.ts';
import type { Layer, Script } from './layouts.ts';
import { scripts } from './scripts/scripts.ts';

export interface Typing {
  readonly script: Script;
  readonly layer: Layer;
  /** The text before the caret. */
  readonly before: string;
  /** What the visitor chose with the shift key for the next letter; undefined leaves it to the place in the word. */
  readonly shift: boolean | undefined;
}

/** Where a keyboard begins: the first layer of the script. */
export function beginTyping(script: Script): Typing {
  return { script, layer: 'letters', before: '', shift: undefined };
}

/** Whether the next Latin letter will be a capital. */
export function isCapital(typing: Typing): boolean {
  return typing.script === 'latin' && (typing.shift ?? beginsWord(typing.before));
}

/** What a key that types shows and types at this moment. */
export function keyAt(typing: Typing, name: string): Key {
  return typing.script === 'latin'
    ? latinKey(name, isCapital(typing))
    : scripts[typing.script].keyAt(name, typing.before, typing.layer === 'letters');
}

/** The state when another text stands before the caret: the choice of the shift key was for one letter. */
export function moveTo(typing: Typing, before: string): Typing {
  return before === typing.before ? typing : { ...typing, before, shift: undefined };
}

/** The state after a letter was typed: the second layer is left again, because what follows is on the first. */
export function afterStroke(typing: Typing): Typing {
  return typing.layer === 'letters' ? typing : { ...typing, layer: 'letters' };
}

/**
 * The state after a key that changes the keyboard and not the text.
 * @param own the script of the language
 * @returns undefined when the key is not of that kind
 */
export function turn(typing: Typing, name: string, own: Script): Typing | undefined {
  switch (name) {
    case '{shift}':
      return { ...typing, shift: !isCapital(typing) };
    case '{latin}':
      return { ...typing, script: 'latin', layer: 'letters', shift: undefined };
    case '{script}':
      return { ...typing, script: own, layer: 'letters', shift: undefined };
    case '{more}':
      return { ...typing, layer: 'more' };
    case '{letters}':
      return { ...typing, layer: 'letters' };
    default:
      return undefined;
  }
}
