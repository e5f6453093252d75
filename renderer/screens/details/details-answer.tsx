/**
 * What the core said about the details: nobody of that name and number, or how long to wait.
 * Runs in the face.
 */
import { Problem } from '../../components/controls/problem.tsx';
import { WaitNote } from '../../components/controls/wait-note.tsx';
import { useSpeech } from '../../components/face-context.ts';
import type { DetailsAnswer as Answer } from '../../store/screen.ts';

/** Shows the answer where the visitor was; a field that was not taken is told of beside the field. */
export function DetailsAnswer({ answer }: { readonly answer: Answer | undefined }) {
  const { say } = useSpeech();
  switch (answer?.kind) {
    case 'unknown':
      return <Problem more={say('details.unknownTodo')}>{say('details.unknown')}</Problem>;
    case 'wait':
      return <WaitNote wait={answer} />;
    case 'refused-fields':
    case undefined:
      return null;
  }
}
