/**
 * What is said about the code: wrong and how often it may still be tried, expired, not six digits, a new one sent.
 * Runs in the face.
 */
import { Problem } from '../../components/controls/problem.tsx';
import { WaitNote } from '../../components/controls/wait-note.tsx';
import { useSpeech } from '../../components/face-context.ts';
import type { Say } from '../../i18n/catalog.ts';
import type { ScreenOf } from '../../store/screen.ts';

type Code = ScreenOf<'code'>;

function problemWords({ note, code }: Code, say: Say): string | undefined {
  switch (note) {
    case 'wrong':
      return say('code.wrong', { count: code.attemptsLeft });
    case 'expired':
      return say('code.expired');
    case 'not-six':
      return say('code.notSix');
    case 'new':
    case undefined:
      return undefined;
  }
}

/** Shows the note; it always takes its room, so that nothing jumps when it appears. */
export function CodeNote({ screen }: { readonly screen: Code }) {
  const { say } = useSpeech();
  const words = problemWords(screen, say);
  return (
    <div id="code-note" class="code-note">
      {words === undefined ? null : <Problem>{words}</Problem>}
      {screen.note === 'new' ? <p role="status">{say('code.new')}</p> : null}
      {screen.wait === undefined ? null : <WaitNote wait={screen.wait} />}
    </div>
  );
}
