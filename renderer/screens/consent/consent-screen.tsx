/**
 * The notice by itself, the question of age, and two answers of the same size. Nothing can be typed here.
 * Runs in the face.
 */
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { Problem } from '../../components/controls/problem.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { AgainIcon } from '../../components/icons/icons.tsx';
import type { ScreenOf } from '../../store/screen.ts';
import { AgeQuestion } from './age-question.tsx';
import './consent.css';
import { Notice } from './notice.tsx';

/** Shows the notice once it is here, and only then the answers to it. */
export function ConsentScreen({ screen }: { readonly screen: ScreenOf<'consent'> }) {
  const { view, note, draft } = screen;
  const PhoneButton = useFace().ownPhone?.value?.PhoneButton;
  const { say } = useSpeech();
  if (view.state !== 'here') {
    return <NoNotice state={view.state} />;
  }
  return (
    <section class="screen consent">
      {note === 'changed' ? <Problem>{say('consent.changed')}</Problem> : null}
      <Notice notice={view.notice} />
      <div class="consent-answers">
        <AgeQuestion adult={draft.adult} unanswered={note === 'age-first'} />
        <Answers />
        {PhoneButton === undefined ? null : <PhoneButton />}
      </div>
    </section>
  );
}

/** "I agree" and "I do not agree": the same size, neither preset. */
function Answers() {
  const { store } = useFace();
  const { say } = useSpeech();
  return (
    <div class="consent-pair">
      <Button size="large" onPress={() => store.send({ type: 'agree' })}>
        {say('consent.agree')}
      </Button>
      <Button size="large" onPress={() => store.send({ type: 'decline' })}>
        {say('consent.decline')}
      </Button>
    </div>
  );
}

/** The notice is on its way, or could not be had. */
function NoNotice({ state }: { readonly state: 'loading' | 'failed' }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const again = () => store.send({ type: 'reload-notice' });
  return (
    <section class="screen consent-wait">
      <Heading key={state}>{say(state === 'loading' ? 'consent.loading' : 'consent.failed')}</Heading>
      {state === 'failed' ? (
        <Button weight="primary" size="large" icon={<AgainIcon />} onPress={again}>
          {say('consent.again')}
        </Button>
      ) : null}
    </section>
  );
}
