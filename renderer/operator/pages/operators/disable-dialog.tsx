/**
 * Asks before an operator may not unlock any more.
 * Runs in the operator face, for managers.
 */
import type { Operator } from '../../../../main/contract/public.ts';
import { Confirm } from '../../controls/confirm.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { operatorsWords } from './words.ts';

export interface DisableDialogProps {
  readonly operator: Operator;
  onDone(operator: Operator): void;
  onCancel(): void;
}

/** Shows the question. */
export function DisableDialog({ operator, onDone, onCancel }: DisableDialogProps) {
  const say = useWords(operatorsWords);
  const { ask } = useDesk();
  const disable = async () => {
    const answer = await ask('operator.disable', { id: operator.id });
    if (answer.ok) {
      onDone(answer.value);
      return undefined;
    }
    return answer.error;
  };
  return (
    <Confirm
      title={say('disableOf', { name: operator.name })}
      confirm={say('disable')}
      instead={{ conflict: say('lastManager') }}
      onConfirm={disable}
      onCancel={onCancel}
    >
      <p>{say('disableText')}</p>
    </Confirm>
  );
}
