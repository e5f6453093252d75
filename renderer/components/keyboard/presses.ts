/**
 * What the keys of the text keyboard do, by their names in the layout.
 * Runs in the faces.
 */
import type { Signal } from '@preact/signals';
import { deleteBack, type Edit, type Field, insertText } from './edit.ts';
import { focusField, longestOf, readField, writeField } from './field.ts';
import { strike } from './key.ts';
import type { KeyboardOwner } from './labels.ts';
import { scriptOf } from './layouts.ts';
import { createRepeater } from './repeat.ts';
import { afterStroke, keyAt, moveTo, type Typing, turn } from './typing.ts';

export interface Presses {
  /** A finger came down on the key; a held backspace goes on until `release`. */
  press(name: string): void;
  release(): void;
  /** The key that ends the typing acts when the finger leaves it, so that nothing new comes up under the finger. */
  done(): void;
  /** Looks at the text before the caret again. */
  look(): void;
}

type Latest = { readonly current: KeyboardOwner };

/** Builds the presses of one keyboard, on whatever field its owner's last rendering named. */
export function createPresses(typing: Signal<Typing>, latest: Latest): Presses {
  const look = () => {
    const input = latest.current.target.current;
    if (input !== null) {
      const { text, start } = readField(input);
      typing.value = moveTo(typing.peek(), text.slice(0, start));
    }
  };
  const change = (act: (field: Field, longest: number) => Edit) => {
    const input = latest.current.target.current;
    if (input !== null) {
      const edit = act(readField(input), longestOf(input));
      writeField(input, edit);
      latest.current.onInput(edit.text);
      look();
    }
  };
  const backspace = createRepeater(() => change(deleteBack));
  const press = (name: string) => {
    // The page may not have heard yet that the caret has moved.
    look();
    const next = turn(typing.peek(), name, scriptOf(latest.current.locale));
    if (next !== undefined) {
      typing.value = next;
      focusTarget(latest);
    } else if (name === '{bksp}') {
      backspace.start();
    } else if (name === '{space}') {
      change((field, longest) => insertText(field, ' ', longest));
    } else if (name !== '{done}') {
      strikeKey(name);
    }
  };
  const strikeKey = (name: string) => {
    const { stroke } = keyAt(typing.peek(), name);
    if (stroke !== undefined) {
      change((field, longest) => strike(field, stroke, longest));
      typing.value = afterStroke(typing.peek());
    }
  };
  return { press, look, release: backspace.stop, done: () => latest.current.onDone() };
}

function focusTarget(latest: Latest): void {
  const input = latest.current.target.current;
  if (input !== null) {
    focusField(input);
  }
}
