/**
 * What is on every screen, always in the same place and within everybody's reach: back, cancel, language, help.
 * Runs in the face.
 */
import { endingOf } from '../../store/ending-steps.ts';
import { serves } from '../../store/face-state.ts';
import { Button } from '../controls/button.tsx';
import { EaseSwitches } from '../ease/ease-switches.tsx';
import { useFace, useSpeech } from '../face-context.ts';
import { BackIcon, CloseIcon, HelpIcon } from '../icons/icons.tsx';
import './frame.css';
import { LanguageSwitch } from './language-switch.tsx';

/** Shows the bar. At the start there is nothing to go back to; an end has its own "Done". */
export function Bar() {
  const { store, desk } = useFace();
  const { say } = useSpeech();
  const screen = store.screen.value;
  const isUnderWay = screen.name !== 'start' && endingOf(screen) === undefined;
  return (
    <nav class="bar" aria-label={say('common.bar')}>
      {isUnderWay ? (
        <>
          <Button weight="quiet" icon={<BackIcon />} onPress={() => store.send({ type: 'back' })}>
            {say('common.back')}
          </Button>
          <Button weight="quiet" icon={<CloseIcon />} onPress={() => store.send({ type: 'cancel' })}>
            {say('common.cancel')}
          </Button>
        </>
      ) : null}
      {screen.name === 'start' && desk.isVisit ? (
        <Button weight="quiet" icon={<CloseIcon />} onPress={desk.leave}>
          {say('common.cancel')}
        </Button>
      ) : null}
      <span class="bar-space" />
      <EaseSwitches />
      {screen.name === 'start' && serves(store.state.value.service) ? null : <LanguageSwitch />}
      <Button weight="quiet" icon={<HelpIcon />} onPress={() => store.send({ type: 'ask-help' })}>
        {say('common.help')}
      </Button>
    </nav>
  );
}
