/**
 * The code: where it was sent, one field of six digits that sends itself, the time left, and two ways out.
 * Runs in the face.
 */
import type { RefObject } from 'preact';
import { useSpeech } from '../../components/face-context.ts';
import type { ScreenOf } from '../../store/screen.ts';
import './code.css';
import { CodeActions } from './code-actions.tsx';
import { CodeField } from './code-field.tsx';
import { CodeNote } from './code-note.tsx';
import { CodeTime } from './code-time.tsx';

export interface CodeFormProps {
  readonly screen: ScreenOf<'code'>;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Shows the form. */
export function CodeForm({ screen, field }: CodeFormProps) {
  const { say } = useSpeech();
  return (
    <section class="screen code" aria-labelledby="code-title">
      <h1 id="code-title" class="heading">
        {say('code.title')}
      </h1>
      <p class="code-sent">{say('code.sent', { masked: screen.code.maskedMobile })}</p>
      <CodeField screen={screen} field={field} />
      <CodeNote screen={screen} />
      <CodeTime screen={screen} />
      <CodeActions screen={screen} />
    </section>
  );
}
