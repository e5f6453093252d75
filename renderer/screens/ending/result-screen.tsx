/**
 * The decision, with the number of its row and the code that proves it. No name and no number stand here.
 * Runs in the face.
 */
import type { Decision } from '../../../main/contract/public.ts';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { AdmittedIcon, ReferredIcon, RefusedIcon } from '../../components/icons/icons.tsx';
import type { ScreenOf } from '../../store/screen.ts';
import { EndingFrame } from './ending-frame.tsx';
import { WhereToGo } from './where-to-go.tsx';

const looks = {
  admitted: { icon: AdmittedIcon, title: 'result.admitted', todo: 'result.admittedTodo' },
  referred: { icon: ReferredIcon, title: 'result.referred', todo: 'result.referredTodo' },
  refused: { icon: RefusedIcon, title: 'result.refused', todo: 'result.refusedTodo' },
} as const satisfies Record<Decision, unknown>;

/** Writes a check code in two groups of four, as it is read aloud. */
export function groupCheckCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** Shows the decision. */
export function ResultScreen({ screen }: { readonly screen: ScreenOf<'result'> }) {
  const { store, passes } = useFace();
  const PassOffer = passes.value?.PassOffer;
  const { say } = useSpeech();
  const look = looks[screen.decision];
  const Sign = look.icon;
  return (
    <EndingFrame
      kind={screen.decision}
      icon={<Sign />}
      title={say(look.title)}
      ending={screen}
      aside={screen.pass === undefined || PassOffer === undefined ? null : <PassOffer pass={screen.pass} />}
    >
      <p class="ending-todo">{say(look.todo)}</p>
      {screen.decision === 'admitted' ? null : <WhereToGo display={store.description.value?.display} />}
      <dl class="ending-proof">
        <div>
          <dt>{say('result.entry')}</dt>
          <dd>{screen.seq}</dd>
        </div>
        <div>
          <dt>{say('result.check')}</dt>
          <dd class="check-code">{groupCheckCode(screen.checkCode)}</dd>
        </div>
      </dl>
    </EndingFrame>
  );
}
