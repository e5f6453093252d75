/**
 * The two fields, what the core says of them, and "Send the code". Whose keys it is typed with is not its business.
 * Runs in the face.
 */
import type { KioskDescription } from '../../../main/contract/public.ts';
import { Button } from '../../components/controls/button.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { MessageIcon } from '../../components/icons/icons.tsx';
import { mustWait } from '../../store/details-steps.ts';
import type { ScreenOf } from '../../store/screen.ts';
import './details.css';
import { DetailsAnswer } from './details-answer.tsx';
import { DetailsFields } from './details-fields.tsx';
import type { Details } from './use-details.ts';

export interface DetailsFormProps {
  readonly screen: ScreenOf<'details'>;
  readonly description: KioskDescription;
  readonly details: Details;
}

/** Shows the form. */
export function DetailsForm({ screen, description, details }: DetailsFormProps) {
  const { store } = useFace();
  const { say } = useSpeech();
  const waits = mustWait(screen, store.now.value);
  return (
    <section class="screen details" aria-labelledby="details-title">
      <h1 id="details-title" class="heading">
        {say('details.title')}
      </h1>
      <DetailsFields screen={screen} details={details} longest={description.limits.nameLength} />
      <div class="details-send">
        <DetailsAnswer answer={screen.answer} />
        <Button weight="primary" size="large" icon={<MessageIcon />} waits={waits} onPress={details.send}>
          {say('details.send')}
        </Button>
      </div>
    </section>
  );
}
