/**
 * The code at the terminal: its form, and a pad of digits.
 * Runs in the face.
 */
import { useArrival } from '../../components/controls/use-arrival.ts';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { NumberPad } from '../../components/keyboard/number-pad.tsx';
import { padLabels } from '../../components/keys/key-words.ts';
import type { ScreenOf } from '../../store/screen.ts';
import { CodeForm } from './code-form.tsx';

/** Shows the form, and the digits of the terminal beside it. */
export function CodeScreen({ screen }: { readonly screen: ScreenOf<'code'> }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const field = useArrival<HTMLInputElement>();
  return (
    <>
      <CodeForm screen={screen} field={field} />
      <div class="dock dock-pad">
        <NumberPad target={field} labels={padLabels(say)} onInput={(text) => store.send({ type: 'edit-otp', text })} />
      </div>
    </>
  );
}
