/**
 * The notice by itself, the question of age, and two answers of the same size. Nothing can be typed here.
 * Runs in the face.
 */
import { useEffect } from 'preact/hooks';
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { Problem } from '../../components/controls/problem.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { AgainIcon } from '../../components/icons/icons.tsx';
import { preloadTextKeyboard } from '../../components/keyboard/text-keyboard.tsx';
import type { ScreenOf } from '../../store/screen.ts';
import { AgeQuestion } from './age-question.tsx';
import './consent.css';
import { Notice } from './notice.tsx';

/** Shows the notice once it is here, and only then the answers to it. */
export function ConsentScreen({ screen }: { readonly screen: ScreenOf<'consent'> }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const { view, note, draft } = screen;
  useEffect(() => {
    // There is time now. A keyboard that cannot be loaded says so where it is shown.
    preloadTextKeyboard().catch(() => undefined);
  }, []);
  if (view.state === 'loading') {
    return (
      <section class="screen consent-wait">
        <Heading>{say('consent.loading')}</Heading>
      </section>
    );
  }
  if (view.state === 'failed') {
    return (
      <section class="screen consent-wait">
        <Heading>{say('consent.failed')}</Heading>
        <Button
          weight="primary"
          size="large"
          icon={<AgainIcon />}
          onPress={() => store.send({ type: 'reload-notice' })}
        >
          {say('consent.again')}
        </Button>
      </section>
    );
  }
  return (
    <section class="screen consent">
      {note === 'changed' ? <Problem>{say('consent.changed')}</Problem> : null}
      <Notice notice={view.notice} />
      <div class="consent-answers">
        <AgeQuestion adult={draft.adult} unanswered={note === 'age-first'} />
        <div class="consent-pair">
          <Button size="large" onPress={() => store.send({ type: 'agree' })}>
            {say('consent.agree')}
          </Button>
          <Button size="large" onPress={() => store.send({ type: 'decline' })}>
            {say('consent.decline')}
          </Button>
        </div>
      </div>
    </section>
  );
}
