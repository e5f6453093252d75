/**
 * What is being done, in words, while it is done; it says when that takes long.
 * Runs in the face.
 */
import { Heading } from '../../components/controls/heading.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { slowMs } from '../../store/face-state.ts';
import type { ScreenOf } from '../../store/screen.ts';
import './checking.css';

/** Shows the task; "Cancel" lies in the bar below, as everywhere. */
export function CheckingScreen({ screen }: { readonly screen: ScreenOf<'checking'> }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const checks = screen.task.kind === 'check';
  const isSlow = store.now.value - screen.since >= slowMs;
  return (
    <section class="screen checking">
      <div class="checking-sign" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <Heading>{say(checks ? 'checking.check' : 'checking.send')}</Heading>
      <p class="checking-detail">{say(checks ? 'checking.checkDetail' : 'checking.sendDetail')}</p>
      <p class="checking-slow" role="status">
        {isSlow ? say('checking.slow') : null}
      </p>
    </section>
  );
}
