/**
 * The quiet second choice, in the bar below the screens on which nothing has been sent yet.
 * Runs in the face.
 */
import { Button } from '../../components/controls/button.tsx';
import { useFace } from '../../components/face-context.ts';
import { mayUsePhone } from '../../store/phone-steps.ts';
import { PhoneIcon } from './phone-icon.tsx';
import { usePhoneWords } from './phone-words.ts';

/** Shows it where the visit can go over to a phone. */
export function PhoneButton() {
  const { store } = useFace();
  const words = usePhoneWords();
  const state = store.state.value;
  return mayUsePhone(state) && state.screen.name !== 'phone' ? (
    <Button weight="quiet" icon={<PhoneIcon />} onPress={() => store.send({ type: 'use-phone' })}>
      {words.offer}
    </Button>
  ) : null;
}
