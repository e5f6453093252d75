/**
 * How long the code is still good.
 * Runs in the face.
 */
import { SpokenCountdown, useRemaining } from '../../components/controls/remaining.tsx';
import { useSpeech } from '../../components/face-context.ts';
import { ClockIcon } from '../../components/icons/icons.tsx';
import type { ScreenOf } from '../../store/screen.ts';

/** Shows the time left; nothing once the code has run out, because the note says that. */
export function CodeTime({ screen }: { readonly screen: ScreenOf<'code'> }) {
  const { say } = useSpeech();
  const { expiresAt } = screen.code;
  const time = useRemaining(expiresAt);
  if (screen.note === 'expired') {
    return null;
  }
  return (
    <div class="code-time">
      <ClockIcon />
      <p class="code-left">{say('code.left', { time })}</p>
      <SpokenCountdown until={expiresAt} />
    </div>
  );
}
