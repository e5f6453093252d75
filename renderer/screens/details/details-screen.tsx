/**
 * Name and mobile number on one screen, with the keys for the field that is typed into.
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
import { DetailsKeys } from './details-keys.tsx';
import { useDetails } from './use-details.ts';

export interface DetailsScreenProps {
  readonly screen: ScreenOf<'details'>;
  readonly description: KioskDescription;
}

/** Shows the two fields, what the core says of them, and the keys. */
export function DetailsScreen({ screen, description }: DetailsScreenProps) {
  const { store } = useFace();
  const { say } = useSpeech();
  const longest = description.limits.nameLength;
  const details = useDetails(screen, longest);
  const waits = mustWait(screen, store.now.value);
  return (
    <>
      <section class="screen details" aria-labelledby="details-title">
        <h1 id="details-title" class="heading">
          {say('details.title')}
        </h1>
        <DetailsFields screen={screen} details={details} longest={longest} />
        <div class="details-send">
          <DetailsAnswer answer={screen.answer} />
          <Button weight="primary" size="large" icon={<MessageIcon />} waits={waits} onPress={details.send}>
            {say('details.send')}
          </Button>
        </div>
      </section>
      <DetailsKeys details={details} />
    </>
  );
}
