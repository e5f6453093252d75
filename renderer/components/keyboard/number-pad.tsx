/**
 * The number pad: three by four plain buttons that write digits into a field.
 * Runs in the faces.
 */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { BackspaceIcon } from '../icons/icons.tsx';
import { deleteBack, type Edit, type Field, insertText } from './edit.ts';
import { longestOf, readField, writeField } from './field.ts';
import { PadKey } from './pad-key.tsx';
import './keyboard.css';
import type { KeyboardTarget, NumberPadLabels } from './labels.ts';
import { createRepeater } from './repeat.ts';

export interface NumberPadProps {
  readonly target: KeyboardTarget;
  readonly labels: NumberPadLabels;
  /** Called with the field's whole text after each key. The field's own `maxLength` is kept. */
  onInput(text: string): void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/**
 * Shows the pad. The field keeps the focus; Tab passes the pad by, because who has a keyboard has its digits.
 */
export function NumberPad(props: NumberPadProps) {
  const latest = useRef(props);
  latest.current = props;
  const pad = useMemo(() => createPad(latest), []);
  useLayoutEffect(() => pad.backspace.stop, [pad]);
  const { labels } = props;
  return (
    <fieldset class="number-pad" aria-label={labels.pad}>
      {digits.map((digit) => (
        <PadKey key={digit} name={digit} onPress={() => pad.type(digit)}>
          {digit}
        </PadKey>
      ))}
      <PadKey name={labels.clear} kind="word" onPress={pad.clear}>
        {labels.clear}
      </PadKey>
      <PadKey name="0" onPress={() => pad.type('0')}>
        0
      </PadKey>
      <PadKey name={labels.backspace} kind="act" onPress={pad.backspace.start} onRelease={pad.backspace.stop}>
        <BackspaceIcon />
      </PadKey>
    </fieldset>
  );
}

/** What the keys of the pad do, on whatever field and owner the last rendering named. */
function createPad(latest: { readonly current: NumberPadProps }) {
  const change = (act: (field: Field, longest: number) => Edit) => {
    const { target, onInput } = latest.current;
    const input = target.current;
    if (input !== null) {
      const edit = act(readField(input), longestOf(input));
      writeField(input, edit);
      onInput(edit.text);
    }
  };
  return {
    type: (digit: string) => change((field, longest) => insertText(field, digit, longest)),
    clear: () => change(() => ({ text: '', caret: 0 })),
    backspace: createRepeater(() => change(deleteBack)),
  };
}
