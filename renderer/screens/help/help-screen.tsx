/**
 * Where a person is found. What was typed stays while one reads it.
 * Runs in the face.
 */
import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { HelpIcon } from '../../components/icons/icons.tsx';
import { WhereToGo } from '../ending/where-to-go.tsx';
import './help.css';

/** Shows the way to a person, over the screen that asked for it. */
export function HelpScreen() {
  const { store } = useFace();
  const { say } = useSpeech();
  useLayoutEffect(() => {
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && store.send({ type: 'leave-help' });
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
  return (
    <div class="cover help" role="dialog" aria-modal="true" aria-labelledby="help-title">
      <span class="help-icon">
        <HelpIcon />
      </span>
      <Heading id="help-title">{say('help.title')}</Heading>
      <p class="help-words">{say('help.text')}</p>
      <WhereToGo display={store.description.value?.display} />
      {store.screen.value.name === 'start' ? null : <p class="help-kept">{say('help.kept')}</p>}
      <Button weight="primary" size="huge" onPress={() => store.send({ type: 'leave-help' })}>
        {say('help.back')}
      </Button>
    </div>
  );
}
