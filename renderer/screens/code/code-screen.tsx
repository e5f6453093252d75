/**
 * The code: where it was sent, one field of six digits that sends itself, the time left, and two ways out.
 * Runs in the face.
 */

import { useArrival } from '../../components/controls/use-arrival.ts';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { NumberPad } from '../../components/keyboard/number-pad.tsx';
import { padLabels } from '../../components/keys/key-words.ts';
import type { ScreenOf } from '../../store/screen.ts';
import { CodeActions } from './code-actions.tsx';
import './code.css';
import { CodeNote } from './code-note.tsx';
import { CodeTime } from './code-time.tsx';

/** A code with spaces or dashes between its digits may still be pasted whole. */
const longestPasted = 24;

/** Shows the code's screen. */
export function CodeScreen({ screen }: { readonly screen: ScreenOf<'code'> }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const field = useArrival<HTMLInputElement>();
  const edit = (text: string) => store.send({ type: 'edit-otp', text });
  return (
    <>
      <section class="screen code" aria-labelledby="code-title">
        <h1 id="code-title" class="heading">
          {say('code.title')}
        </h1>
        <p class="code-sent">{say('code.sent', { masked: screen.code.maskedMobile })}</p>
        <div class="field code-field">
          <label class="spoken" for="line-one">
            {say('code.field')}
          </label>
          <div class="field-box">
            <input
              ref={field}
              id="line-one"
              class="field-input code-input"
              type="text"
              inputMode="none"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={longestPasted}
              value={screen.otp}
              aria-invalid={screen.note === 'wrong' || screen.note === 'not-six' ? 'true' : undefined}
              aria-describedby="code-note"
              data-1p-ignore="true"
              data-lpignore="true"
              onInput={(event) => edit(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && store.send({ type: 'submit-otp' })}
            />
          </div>
        </div>
        <CodeNote screen={screen} />
        <CodeTime screen={screen} />
        <CodeActions screen={screen} />
      </section>
      <div class="dock dock-pad">
        <NumberPad target={field} labels={padLabels(say)} onInput={edit} />
      </div>
    </>
  );
}
