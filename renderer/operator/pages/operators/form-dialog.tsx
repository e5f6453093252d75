/**
 * A dialog with a form: Enter submits it, and it cannot be submitted twice at once.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../controls/button.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { useWords } from '../../words.ts';
import { operatorsWords } from './words.ts';

export interface FormDialogProps {
  readonly title: string;
  /** What the button says. */
  readonly submit: string;
  readonly children: ComponentChildren;
  onSubmit(): Promise<void>;
  onCancel(): void;
}

/** Shows the dialog. */
export function FormDialog({ title, submit, children, onSubmit, onCancel }: FormDialogProps) {
  const say = useWords(operatorsWords);
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await onSubmit();
    setBusy(false);
  };
  return (
    <Dialog title={title} onClose={onCancel}>
      <form
        class="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) {
            void run();
          }
        }}
      >
        {children}
        <div class="dialog-form-actions">
          <Button onPress={onCancel}>{say('cancel')}</Button>
          <Button type="submit" weight="primary" waits={busy}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
