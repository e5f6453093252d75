/** Types on the keyboard's pure rules as a finger would: a key's name, then the next. */
import type { Field } from '../../../../renderer/components/keyboard/edit.ts';
import { strike } from '../../../../renderer/components/keyboard/key.ts';
import type { Script } from '../../../../renderer/components/keyboard/layouts.ts';
import {
  afterStroke,
  beginTyping,
  keyAt,
  moveTo,
  type Typing,
  turn,
} from '../../../../renderer/components/keyboard/typing.ts';

/** The text after the keys, starting from an empty field; a key that has nothing to do is left out. */
export function typeKeys(own: Script, keys: readonly string[]): string {
  let typing: Typing = beginTyping(own);
  let field: Field = { text: '', start: 0, end: 0 };
  for (const name of keys) {
    const stroke = name === '{space}' ? { replaced: 0, typed: ' ' } : keyAt(typing, name).stroke;
    const turned = turn(typing, name, own);
    if (turned !== undefined) {
      typing = turned;
    } else if (stroke !== undefined) {
      const { text, caret } = strike(field, stroke, Number.POSITIVE_INFINITY);
      field = { text, start: caret, end: caret };
      typing = afterStroke(moveTo(typing, text.slice(0, caret)));
    }
  }
  return field.text;
}
