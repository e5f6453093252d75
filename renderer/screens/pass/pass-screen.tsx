/**
 * A pass that was read: while it is looked at, and when it leads to nothing. That is no refusal: the way with a code is
 * open, and one touch away.
 * Runs in the face.
 */
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { FaultIcon } from '../../components/icons/icons.tsx';
import type { ScreenOf } from '../../store/screen.ts';
import '../checking/checking.css';
import { EndingFrame } from '../ending/ending-frame.tsx';
import { reasonWord, usePassWords } from './pass-words.ts';

/** Shows either. */
export function PassScreen({ screen }: { readonly screen: ScreenOf<'pass'> | ScreenOf<'no-pass'> }) {
  return screen.name === 'pass' ? <Looking /> : <NoPass screen={screen} />;
}

function Looking() {
  const say = usePassWords();
  return (
    <section class="screen checking">
      <div class="checking-sign" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <Heading>{say('checking')}</Heading>
    </section>
  );
}

function NoPass({ screen }: { readonly screen: ScreenOf<'no-pass'> }) {
  const { store } = useFace();
  const { locale } = useSpeech();
  const say = usePassWords();
  return (
    <EndingFrame
      kind="fault"
      icon={<FaultIcon />}
      title={say('title')}
      ending={screen}
      action={<Button onPress={() => store.send({ type: 'begin', locale })}>{say('verify')}</Button>}
    >
      <p class="ending-todo">{say('todo')}</p>
      <p class="ending-staff">{say('staff', say(reasonWord(screen.reason)))}</p>
    </EndingFrame>
  );
}
