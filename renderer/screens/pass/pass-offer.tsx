/**
 * The pass beside a result: a code to be photographed, and how long it holds. It has its place from the beginning, so
 * that nothing moves when the code comes.
 * Runs in the face.
 */
import { useFace, useSpeech } from '../../components/face-context.ts';
import { QrCode } from '../../components/qr/qr-code.tsx';
import type { PassView } from '../../store/screen.ts';
import { formatUntil } from './pass-time.ts';
import { type PassSay, usePassWords } from './pass-words.ts';

/** Shows the pass once it is here. */
export function PassOffer({ pass }: { readonly pass: PassView }) {
  const { clock, store } = useFace();
  const { locale } = useSpeech();
  const say = usePassWords();
  const timezone = store.description.value?.site.timezone ?? 'UTC';
  return (
    <div class="pass-offer">
      {pass.state === 'here' ? (
        <Shown token={pass.token} until={formatUntil(locale, timezone, pass.expiresAt, clock.now())} say={say} />
      ) : null}
    </div>
  );
}

function Shown({ token, until, say }: { readonly token: string; readonly until: string; readonly say: PassSay }) {
  return (
    <>
      <div class="pass-code">
        <QrCode text={token} name={say('code', until)} />
      </div>
      <div class="pass-words">
        <h2>{say('until', until)}</h2>
        <p>{say('keep')}</p>
        <p>{say('yours')}</p>
      </div>
    </>
  );
}
