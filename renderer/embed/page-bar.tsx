/**
 * What is below every screen of the embedded page: back, cancel, help. The language stands above it.
 * Runs in the embedded page.
 */
import { Button } from '../components/controls/button.tsx';
import { useFace, useSpeech } from '../components/face-context.ts';
import { BackIcon, CloseIcon, HelpIcon } from '../components/icons/icons.tsx';
import { endingOf } from '../store/ending-steps.ts';

/** Shows the bar. From the notice there is no way back: it is the first that one sees. */
export function PageBar() {
  const { store } = useFace();
  const { say } = useSpeech();
  const screen = store.screen.value;
  const isUnderWay = screen.name !== 'start' && endingOf(screen) === undefined;
  return (
    <nav class="bar" aria-label={say('common.bar')}>
      {isUnderWay && screen.name !== 'consent' ? (
        <Button weight="quiet" icon={<BackIcon />} onPress={() => store.send({ type: 'back' })}>
          {say('common.back')}
        </Button>
      ) : null}
      {isUnderWay ? (
        <Button weight="quiet" icon={<CloseIcon />} onPress={() => store.send({ type: 'cancel' })}>
          {say('common.cancel')}
        </Button>
      ) : null}
      <span class="bar-space" />
      <Button weight="quiet" icon={<HelpIcon />} onPress={() => store.send({ type: 'ask-help' })}>
        {say('common.help')}
      </Button>
    </nav>
  );
}
