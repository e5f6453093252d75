/**
 * The code: where it was sent, one field of six digits that sends itself, the time left, and two ways out.
 * Runs in the face.
 */
import { useArrival } from '../../components/controls/use-arrival.ts';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { NumberPad } from '../../components/keyboard/number-pad.tsx';
import { padLabels } from '../../components/keys/key-words.ts';
import type { ScreenOf } from '../../store/screen.ts';
import './code.css';
import { CodeActions } from './code-actions.tsx';
import { CodeField } from './code-field.tsx';
import { CodeNote } from './code-note.tsx';
import { CodeTime } from './code-time.tsx';

/** Shows the code's screen. */
export function CodeScreen({ screen }: { readonly screen: ScreenOf<'code'> }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const field = useArrival<HTMLInputElement>();
  return (
    <>
      <section class="screen code" aria-labelledby="code-title">
        <h1 id="code-title" class="heading">
          {say('code.title')}
        </h1>
        <p class="code-sent">{say('code.sent', { masked: screen.code.maskedMobile })}</p>
        <CodeField screen={screen} field={field} />
        <CodeNote screen={screen} />
        <CodeTime screen={screen} />
        <CodeActions screen={screen} />
      </section>
      <div class="dock dock-pad">
        <NumberPad target={field} labels={padLabels(say)} onInput={(text) => store.send({ type: 'edit-otp', text })} />
      </div>
    </>
  );
}
