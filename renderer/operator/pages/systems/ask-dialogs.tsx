/**
 * The questions before a key is changed, or a system removed: each says what ends.
 * Runs in the operator face, for managers.
 */
import type { Party, PartyKey } from '../../../../main/contract/public.ts';
import { Confirm } from '../../controls/confirm.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { systemsWords } from './words.ts';

interface AskProps<T> {
  readonly party: Party;
  onDone(value: T): void;
  onCancel(): void;
}

/** Asks before a system gets a new key. */
export function RotateDialog({ party: { id, name }, onDone, onCancel }: AskProps<PartyKey>) {
  const say = useWords(systemsWords);
  const { ask } = useDesk();
  const rotate = async () => {
    const answer = await ask('party.rotate', { id });
    if (answer.ok) {
      onDone(answer.value);
      return undefined;
    }
    return answer.error;
  };
  return (
    <Confirm title={say('rotateAsk', { name })} confirm={say('rotateDo')} onConfirm={rotate} onCancel={onCancel}>
      <p>{say('rotateText')}</p>
    </Confirm>
  );
}

/** Asks before a system may verify nobody any more. */
export function RemoveDialog({ party: { id, name }, onDone, onCancel }: AskProps<Party>) {
  const say = useWords(systemsWords);
  const { ask } = useDesk();
  const remove = async () => {
    const answer = await ask('party.remove', { id });
    if (answer.ok) {
      onDone(answer.value);
      return undefined;
    }
    return answer.error;
  };
  return (
    <Confirm title={say('removeOf', { name })} confirm={say('removeDo')} onConfirm={remove} onCancel={onCancel}>
      <p>{say('removeText')}</p>
      <p>{say('removeKept')}</p>
    </Confirm>
  );
}
