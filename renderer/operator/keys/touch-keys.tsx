/**
 * The on-screen keys of the desk: they come up when a field is touched at a terminal that has no keyboard. Numbers have
 * a pad, all else the keyboard of the kiosk with a row of digits.
 * Runs in the operator face.
 */
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { insertText } from '../../components/keyboard/edit.ts';
import { longestOf, readField, writeField } from '../../components/keyboard/field.ts';
import type { KeyboardField } from '../../components/keyboard/labels.ts';
import { NumberPad } from '../../components/keyboard/number-pad.tsx';
import { PadKey } from '../../components/keyboard/pad-key.tsx';
import { TextKeyboard } from '../../components/keyboard/text-keyboard.tsx';
import { useDeskLocale } from '../locale.ts';
import { useWords } from '../words.ts';
import './touch-keys.css';
import { useTouchedField } from './use-touched-field.ts';
import { keyWords } from './words.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

/** Tells the field's owner that it holds another text, as a keyboard would. */
function tell(field: KeyboardField): void {
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Shows the keys for the fields around it: inside a dialog for those of the dialog, elsewhere for those of the page. */
export function TouchKeys() {
  const place = useRef<HTMLDivElement>(null);
  const field = useTouchedField(place);
  return (
    <div ref={place} class="touch-keys" hidden={field === undefined}>
      {field === undefined ? null : <Keys field={field} />}
    </div>
  );
}

function Keys({ field }: { readonly field: KeyboardField }) {
  const say = useWords(keyWords);
  const locale = useDeskLocale();
  const target = useMemo(() => ({ current: field }), [field]);
  // The keys have taken room: the field must still be seen.
  useLayoutEffect(() => field.scrollIntoView({ block: 'center' }), [field]);
  const common = { backspace: say('backspace'), clear: say('clear') };
  const onInput = () => tell(field);
  if (field.inputMode === 'numeric') {
    return <NumberPad target={target} labels={{ pad: say('pad'), ...common }} onInput={onInput} />;
  }
  return (
    <>
      <fieldset class="digit-row" aria-label={say('digits')}>
        {digits.map((digit) => (
          <PadKey key={digit} name={digit} onPress={() => typeInto(field, digit)}>
            {digit}
          </PadKey>
        ))}
      </fieldset>
      <TextKeyboard
        locale={locale}
        target={target}
        labels={{
          ...common,
          keyboard: say('keyboard'),
          space: say('space'),
          done: say('done'),
          shift: say('shift'),
          latin: say('latin'),
          script: say('script'),
          more: say('more'),
        }}
        onInput={onInput}
        onDone={() => field.blur()}
      />
    </>
  );
}

function typeInto(field: KeyboardField, digit: string): void {
  writeField(field, insertText(readField(field), digit, longestOf(field)));
  tell(field);
}
