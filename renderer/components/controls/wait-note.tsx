/**
 * Why one has to wait, how long, and when it is over.
 * Runs in the face.
 */
import { formatRemaining } from '../../i18n/say.ts';
import type { Wait, WaitReason } from '../../store/screen.ts';
import { useSpeech } from '../face-context.ts';
import { ClockIcon } from '../icons/icons.tsx';
import { SpokenCountdown, useLeft } from './remaining.tsx';

const words = { code: 'wait.code', many: 'wait.many', busy: 'wait.busy' } as const satisfies Record<WaitReason, string>;

/** Shows the wait; the countdown is drawn every second and spoken at its milestones. */
export function WaitNote({ wait }: { readonly wait: Wait }) {
  const { say, locale } = useSpeech();
  const left = useLeft(wait.until);
  if (left <= 0) {
    return (
      <p class="wait wait-over" role="status">
        {say('wait.over')}
      </p>
    );
  }
  return (
    <div class="wait">
      <ClockIcon />
      <p>{say(words[wait.reason], { time: formatRemaining(locale, left) })}</p>
      <SpokenCountdown until={wait.until} />
    </div>
  );
}
