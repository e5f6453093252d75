/**
 * The keys for the field that is typed into: letters for the name, digits for the number.
 * Runs in the face.
 */
import type { Locale } from '../../../main/contract/public.ts';
import { useSpeech } from '../../components/face-context.ts';
import type { KeyboardTarget } from '../../components/keyboard/labels.ts';
import { NumberPad } from '../../components/keyboard/number-pad.tsx';
import { TextKeyboard } from '../../components/keyboard/text-keyboard.tsx';
import { keyboardLabels, padLabels } from '../../components/keys/key-words.ts';
import type { Field } from '../../store/screen.ts';

export interface DetailsKeysProps {
  readonly active: Field;
  readonly locale: Locale;
  readonly target: KeyboardTarget;
  onInput(text: string): void;
  onDone(): void;
}

/** Shows the keys, always in the same place. */
export function DetailsKeys({ active, locale, target, onInput, onDone }: DetailsKeysProps) {
  const { say } = useSpeech();
  return (
    <div class="dock">
      {active === 'fullName' ? (
        <TextKeyboard locale={locale} target={target} labels={keyboardLabels(say)} onInput={onInput} onDone={onDone} />
      ) : (
        <NumberPad target={target} labels={padLabels(say)} onInput={onInput} />
      )}
    </div>
  );
}
