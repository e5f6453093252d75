/**
 * The keys of whoever has the screen read aloud: again, stop, quieter, louder, and whether digits are said.
 * Runs in the face; fetched with the reader.
 */
import { Button } from '../components/controls/button.tsx';
import { useFace, useSpeech } from '../components/face-context.ts';
import { AgainIcon, FaultIcon } from '../components/icons/icons.tsx';
import { DigitsIcon, LouderIcon, QuieterIcon, StopIcon } from '../components/icons/speech-icons.tsx';
import { loudest, quietest } from './mouth.ts';
import type { ReadAloud } from './read-aloud.ts';
import './speech-keys.css';

/** Shows the keys above the bar, and words where this machine has no voice for the language. */
export function SpeechKeys({ reader }: { readonly reader: ReadAloud }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const { name } = store.screen.value;
  const { volume } = reader;
  return (
    <fieldset class="speech-keys" aria-label={say('ease.read')}>
      {reader.hasVoice.value ? null : (
        <p class="speech-mute problem" role="alert">
          <FaultIcon />
          {say('ease.mute')}
        </p>
      )}
      <Button icon={<AgainIcon />} onPress={reader.again}>
        {say('ease.again')}
      </Button>
      <Button icon={<StopIcon />} onPress={reader.stop}>
        {say('ease.stop')}
      </Button>
      <Button icon={<QuieterIcon />} waits={volume.value === quietest} onPress={() => reader.turnVolume(-1)}>
        {say('ease.quieter')}
      </Button>
      <Button icon={<LouderIcon />} waits={volume.value === loudest} onPress={() => reader.turnVolume(1)}>
        {say('ease.louder')}
      </Button>
      {name === 'details' || name === 'code' ? (
        <Button icon={<DigitsIcon />} pressed={reader.saysDigits.value} onPress={reader.turnDigits}>
          {say('ease.digits')}
        </Button>
      ) : null}
    </fieldset>
  );
}
