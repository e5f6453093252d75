/**
 * A new PIN for an operator, who may then unlock again.
 * Runs in the operator face, for managers.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, Operator } from '../../../../main/contract/public.ts';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { useNewPin } from '../../pin/new-pin.ts';
import { NewPinFields } from '../../pin/new-pin-fields.tsx';
import { useWords } from '../../words.ts';
import { FormDialog } from './form-dialog.tsx';
import { operatorsWords } from './words.ts';

export interface ResetDialogProps {
  readonly operator: Operator;
  onDone(operator: Operator): void;
  onCancel(): void;
}

/** Shows the dialog. */
export function ResetDialog({ operator, onDone, onCancel }: ResetDialogProps) {
  const say = useWords(operatorsWords);
  const { ask } = useDesk();
  const pin = useNewPin();
  const [problem, setProblem] = useState<ContractProblem>();
  const submit = async () => {
    const chosen = pin.take();
    if (chosen === undefined) {
      return;
    }
    const answer = await ask('operator.reset', { id: operator.id, pin: chosen });
    if (answer.ok) {
      onDone(answer.value);
      return;
    }
    setProblem(pin.refuse(answer.error) ? undefined : answer.error);
  };
  return (
    <FormDialog
      title={say('resetOf', { name: operator.name })}
      submit={say('resetDo')}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <p>{say('resetIntro')}</p>
      <NewPinFields pin={pin} />
      {problem === undefined ? null : <Problem problem={problem} instead={{ conflict: say('nameInUse') }} />}
    </FormDialog>
  );
}
