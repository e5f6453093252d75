/**
 * A new operator: name, role and PIN.
 * Runs in the operator face, for managers.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, Operator, OperatorRole } from '../../../../main/contract/public.ts';
import { Problem } from '../../controls/problem.tsx';
import { SelectField } from '../../controls/select-field.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useNewPin } from '../../pin/new-pin.ts';
import { NewPinFields } from '../../pin/new-pin-fields.tsx';
import { useWords } from '../../words.ts';
import { FormDialog } from './form-dialog.tsx';
import { operatorsWords } from './words.ts';

export interface AddDialogProps {
  onDone(operator: Operator): void;
  onCancel(): void;
}

const longestName = 60;

/** Shows the dialog. */
export function AddDialog({ onDone, onCancel }: AddDialogProps) {
  const say = useWords(operatorsWords);
  const { ask } = useDesk();
  const pin = useNewPin();
  const [name, setName] = useState('');
  const [role, setRole] = useState<OperatorRole>('reception');
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<ContractProblem>();
  const submit = async () => {
    setAsked(true);
    const chosen = pin.take();
    if (chosen === undefined || name.trim() === '') {
      return;
    }
    const answer = await ask('operator.add', { name, role, pin: chosen });
    if (answer.ok) {
      onDone(answer.value);
      return;
    }
    setProblem(pin.refuse(answer.error) ? undefined : answer.error);
  };
  const isTaken = problem?.code === 'conflict';
  const nameProblem = asked && name.trim() === '' ? say('nameEmpty') : isTaken ? say('nameTaken') : undefined;
  return (
    <FormDialog title={say('add')} submit={say('addDo')} onSubmit={submit} onCancel={onCancel}>
      <TextField
        label={say('name')}
        hint={say('nameHint')}
        problem={nameProblem}
        longest={longestName}
        value={name}
        onEdit={(text) => {
          setName(text);
          setProblem(undefined);
        }}
      />
      <SelectField
        label={say('role')}
        hint={say('roleHint')}
        value={role}
        options={[
          { value: 'reception', label: say('reception') },
          { value: 'manager', label: say('manager') },
        ]}
        onChoose={setRole}
      />
      <NewPinFields pin={pin} />
      {problem === undefined || isTaken ? null : <Problem problem={problem} />}
    </FormDialog>
  );
}
