/**
 * Asks once more before something is done that cannot be taken back easily.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, ErrorCode } from '../../../main/contract/public.ts';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';
import { controlWords } from './words.ts';

export interface ConfirmProps {
  readonly title: string;
  /** What will happen, in a sentence or two. */
  readonly children: ComponentChildren;
  /** What the button says: the deed, not "OK". */
  readonly confirm: string;
  readonly weight?: 'primary' | 'danger';
  /** The page's own words where it knows better what a code means here. */
  readonly instead?: Partial<Readonly<Record<ErrorCode, string>>>;
  /** Does it; a problem stays in the dialog, nothing means that the caller closes it. */
  onConfirm(): Promise<ContractProblem | undefined>;
  onCancel(): void;
}

/** Shows the question. */
export function Confirm({
  title,
  children,
  confirm,
  weight = 'danger',
  instead = {},
  onConfirm,
  onCancel,
}: ConfirmProps) {
  const say = useWords(controlWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ContractProblem>();
  const run = async () => {
    setBusy(true);
    setProblem(await onConfirm());
    setBusy(false);
  };
  return (
    <Dialog
      title={title}
      onClose={onCancel}
      actions={
        <>
          <Button onPress={onCancel}>{say('cancel')}</Button>
          <Button weight={weight} waits={busy} onPress={() => void run()}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {problem === undefined ? null : <Problem problem={problem} instead={instead} />}
    </Dialog>
  );
}
