/**
 * A technical fault: unlike any decision in colour, icon, words and sound, and it says what to do (E2).
 * Runs in the face.
 */
import { Button } from '../../components/controls/button.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { AgainIcon, FaultIcon } from '../../components/icons/icons.tsx';
import { type FailureKind, failureKind } from '../../store/consequence.ts';
import type { ScreenOf } from '../../store/screen.ts';
import { EndingFrame } from './ending-frame.tsx';
import { WhereToGo } from './where-to-go.tsx';

const words = {
  service: 'failure.service',
  busy: 'failure.busy',
  terminal: 'failure.terminal',
} as const satisfies Record<FailureKind, string>;

/** Shows the fault; the code below is for staff. */
export function FailureScreen({ screen }: { readonly screen: ScreenOf<'failure'> }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const again = screen.draft !== undefined;
  const tryAgain = (
    <Button icon={<AgainIcon />} onPress={() => store.send({ type: 'try-again' })}>
      {say('failure.again')}
    </Button>
  );
  return (
    <EndingFrame
      kind="fault"
      icon={<FaultIcon />}
      title={say('failure.title')}
      ending={screen}
      action={again ? tryAgain : undefined}
    >
      <p class="ending-todo">{say('failure.notYou')}</p>
      <p>{say(words[failureKind(screen.code)])}</p>
      <p class="ending-next">{say(again ? 'failure.todo' : 'failure.todoPerson')}</p>
      <WhereToGo display={store.description.value?.display} />
      <p class="ending-staff">{say('failure.staff', { code: screen.code })}</p>
    </EndingFrame>
  );
}
