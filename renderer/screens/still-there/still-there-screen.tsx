/**
 * "Are you still there?": covers everything, asks for one touch, and says what happens without it (A2).
 * Runs in the face.
 */
import { Button } from '../../components/controls/button.tsx';
import { Heading } from '../../components/controls/heading.tsx';
import { SpokenCountdown, useLeft } from '../../components/controls/remaining.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { formatNumber, secondsLeft } from '../../i18n/say.ts';
import type { Overlay } from '../../store/face-state.ts';
import './still-there.css';

export interface StillThereScreenProps {
  readonly overlay: Extract<Overlay, { readonly kind: 'still-there' }>;
}

/** Shows the question. After ten times it only tells that the visit ends. */
export function StillThereScreen({ overlay }: StillThereScreenProps) {
  const { store } = useFace();
  const { say, locale } = useSpeech();
  const count = secondsLeft(useLeft(overlay.endsAt));
  return (
    <div class="cover still-there" role="alertdialog" aria-modal="true" aria-labelledby="idle-title">
      <p class="still-there-count" aria-hidden="true">
        {formatNumber(locale, count)}
      </p>
      <Heading id="idle-title">{say('idle.title')}</Heading>
      <p class="still-there-words">{say(overlay.last ? 'idle.last' : 'idle.ends', { count })}</p>
      {overlay.last ? (
        <Button weight="primary" size="huge" onPress={() => store.send({ type: 'cancel' })}>
          {say('idle.restart')}
        </Button>
      ) : (
        <Button weight="primary" size="huge" onPress={() => store.send({ type: 'stay' })}>
          {say('idle.stay')}
        </Button>
      )}
      <SpokenCountdown until={overlay.endsAt} />
    </div>
  );
}
