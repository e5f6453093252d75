/**
 * The two fields of a new PIN, with the rules said before they are broken.
 * Runs in the operator face.
 */
import { TextField } from '../controls/text-field.tsx';
import { useWords } from '../words.ts';
import type { NewPin } from './new-pin.ts';
import { pinWords } from './words.ts';

const longestPin = 12;

/** Shows the fields. */
export function NewPinFields({ pin }: { readonly pin: NewPin }) {
  const say = useWords(pinWords);
  return (
    <>
      <TextField
        label={say('pin')}
        hint={say('rules')}
        problem={pin.firstProblem}
        kind="secret"
        longest={longestPin}
        value={pin.first}
        onEdit={pin.editFirst}
      />
      <TextField
        label={say('again')}
        problem={pin.secondProblem}
        kind="secret"
        longest={longestPin}
        value={pin.second}
        onEdit={pin.editSecond}
      />
    </>
  );
}
