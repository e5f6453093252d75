/**
 * The quiet second choice below the answers to the notice: it is neither a yes nor a no, and the notice is read there.
 * Runs in the face.
 */
import { Button } from '../../components/controls/button.tsx';
import { useFace } from '../../components/face-context.ts';
import { PhoneIcon } from './phone-icon.tsx';
import { usePhoneWords } from './phone-words.ts';

/** Shows it. */
export function PhoneButton() {
  const { store } = useFace();
  return (
    <div class="own-phone-offer">
      <Button weight="quiet" icon={<PhoneIcon />} onPress={() => store.send({ type: 'use-phone' })}>
        {usePhoneWords().offer}
      </Button>
    </div>
  );
}
