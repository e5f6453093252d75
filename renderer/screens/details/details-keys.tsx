/**
 * The keys for the field that is typed into: letters for the name, digits for the number.
 * Runs in the face.
 */
import { useSpeech } from '../../components/face-context.ts';
import { NumberPad } from '../../components/keyboard/number-pad.tsx';
import { TextKeyboard } from '../../components/keyboard/text-keyboard.tsx';
import { keyboardLabels, padLabels } from '../../components/keys/key-words.ts';
import type { Details } from './use-details.ts';

/** Shows the keys, always in the same place. */
export function DetailsKeys({ details }: { readonly details: Details }) {
  const { say, locale } = useSpeech();
  const { active, inputs, edit, toMobile } = details;
  const onInput = (text: string) => edit(active, text);
  return (
    <div class="dock">
      {active === 'fullName' ? (
        <TextKeyboard
          locale={locale}
          target={inputs[active]}
          labels={keyboardLabels(say)}
          onInput={onInput}
          onDone={toMobile}
        />
      ) : (
        <NumberPad target={inputs[active]} labels={padLabels(say)} onInput={onInput} />
      )}
    </div>
  );
}
