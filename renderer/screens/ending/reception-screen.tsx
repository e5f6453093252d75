/**
 * "Please see the reception": for who did not agree, who is under 18, and whose code or number led nowhere. It is the
 * other workable way, not a refusal.
 * Runs in the face.
 */
import { useFace, useSpeech } from '../../components/face-context.ts';
import { ReferredIcon } from '../../components/icons/icons.tsx';
import type { ReceptionReason, ScreenOf } from '../../store/screen.ts';
import { EndingFrame } from './ending-frame.tsx';
import { WhereToGo } from './where-to-go.tsx';

const words = {
  declined: 'reception.declined',
  'under-age': 'reception.underAge',
  exhausted: 'reception.exhausted',
  limit: 'reception.limit',
} as const satisfies Record<ReceptionReason, string>;

/** Shows the way to a person. */
export function ReceptionScreen({ screen }: { readonly screen: ScreenOf<'reception'> }) {
  const { description } = useFace().store;
  const { say } = useSpeech();
  return (
    <EndingFrame kind="referred" icon={<ReferredIcon />} title={say('reception.title')} ending={screen}>
      <p class="ending-todo">{say(words[screen.reason])}</p>
      <WhereToGo display={description.value?.display} />
    </EndingFrame>
  );
}
