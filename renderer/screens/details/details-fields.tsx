/**
 * The two fields of the details, each with its words.
 * Runs in the face.
 */
import { TextField } from '../../components/controls/text-field.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { longestTyped } from '../../store/form.ts';
import type { Field, ScreenOf } from '../../store/screen.ts';
import { mobileWords, nameWords } from './field-words.ts';
import type { Details } from './use-details.ts';

export interface DetailsFieldsProps {
  readonly screen: ScreenOf<'details'>;
  readonly details: Details;
  /** The most UTF-16 units that the terminal takes as a name. */
  readonly longest: number;
}

/** Shows name and mobile number. Enter leads on: to the number, and then to the code. */
export function DetailsFields({ screen, details, longest }: DetailsFieldsProps) {
  const { store } = useFace();
  const { say } = useSpeech();
  const common = (field: Field) => ({
    field: details.inputs[field],
    value: screen.draft[field],
    longest: longestTyped[field],
    onEdit: (text: string) => details.edit(field, text),
    onFocus: () => details.activate(field),
    onLeave: () => store.send({ type: 'leave-field', field }),
  });
  return (
    <div class="details-fields">
      <TextField
        {...common('fullName')}
        id="line-one"
        kind="name"
        label={say('details.name')}
        hint={say('details.nameHint')}
        problem={nameWords(screen, longest, say)}
        onEnter={details.toMobile}
      />
      <TextField
        {...common('mobileNumber')}
        id="line-two"
        kind="digits"
        prefix="+91"
        label={say('details.mobile')}
        hint={say('details.mobileHint')}
        problem={mobileWords(screen, say)}
        onEnter={details.send}
      />
    </div>
  );
}
