/**
 * "Send again", once the upstream allows it, and "Change number", which keeps what was typed.
 * Runs in the face.
 */
import { Button } from '../../components/controls/button.tsx';
import { useLeft, useRemaining } from '../../components/controls/remaining.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { AgainIcon, PhoneIcon } from '../../components/icons/icons.tsx';
import { resendAt } from '../../store/code-steps.ts';
import type { ScreenOf } from '../../store/screen.ts';

/** Shows the two buttons. */
export function CodeActions({ screen }: { readonly screen: ScreenOf<'code'> }) {
  const { store } = useFace();
  const { say } = useSpeech();
  const until = resendAt(screen);
  const waits = useLeft(until) > 0;
  const time = useRemaining(until);
  return (
    <div class="code-actions">
      <Button
        weight={screen.note === 'expired' && !waits ? 'primary' : 'plain'}
        icon={<AgainIcon />}
        waits={waits}
        onPress={() => store.send({ type: 'resend' })}
      >
        {say('code.resend')}
        {waits ? <span class="code-resend-in"> {say('code.resendIn', { time })}</span> : null}
      </Button>
      <Button icon={<PhoneIcon />} onPress={() => store.send({ type: 'back' })}>
        {say('code.change')}
      </Button>
    </div>
  );
}
