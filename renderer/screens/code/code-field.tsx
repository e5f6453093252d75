/**
 * The one field of six digits; the sixth sends it.
 * Runs in the face.
 */
import type { RefObject } from 'preact';
import { ownFields, unremembered } from '../../components/controls/unremembered.ts';
import { useFace, useSpeech } from '../../components/face-context.ts';
import type { ScreenOf } from '../../store/screen.ts';

/** A code with spaces or dashes between its digits may still be pasted whole. */
const longestPasted = 24;

export interface CodeFieldProps {
  readonly screen: ScreenOf<'code'>;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Shows the field; digits of any script are taken. */
export function CodeField({ screen, field }: CodeFieldProps) {
  const { store, ownDevice = false } = useFace();
  const { say } = useSpeech();
  const { otp, note } = screen;
  return (
    <div class="field code-field">
      <label class="spoken" for="line-one">
        {say('code.field')}
      </label>
      <div class="field-box">
        <input
          {...(ownDevice ? ownFields.code : unremembered)}
          ref={field}
          id="line-one"
          class="field-input code-input"
          autocapitalize="off"
          maxLength={longestPasted}
          value={otp}
          aria-invalid={note === 'wrong' || note === 'not-six' ? 'true' : undefined}
          aria-describedby="code-note"
          onInput={(event) => store.send({ type: 'edit-otp', text: event.currentTarget.value })}
          onKeyDown={(event) => event.key === 'Enter' && store.send({ type: 'submit-otp' })}
        />
      </div>
    </div>
  );
}
