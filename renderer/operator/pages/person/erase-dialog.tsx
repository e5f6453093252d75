/**
 * Asks for the reason, and whether the rules are passed over, before something is gone for good.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { ErasedEntries } from '../../../../main/contract/public.ts';
import { CheckField } from '../../controls/check-field.tsx';
import { Confirm } from '../../controls/confirm.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { personWords } from './words.ts';

export interface EraseDialogProps {
  readonly mobileNumber: string;
  onErased(erased: ErasedEntries): void;
  onClose(): void;
}

/** Shows the question. */
export function EraseDialog({ mobileNumber, onErased, onClose }: EraseDialogProps) {
  const say = useWords(personWords);
  const { ask } = useDesk();
  const [fullName, setFullName] = useState('');
  const [reason, setReason] = useState('');
  const [override, setOverride] = useState(false);
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());

  const erase = async () => {
    const name = fullName.trim() === '' ? {} : { fullName };
    const answer = await ask('entries.erase', { mobileNumber, reason: reason.trim(), override, ...name });
    if (answer.ok) {
      onErased(answer.value);
      onClose();
      return undefined;
    }
    const { code, fields = [] } = answer.error;
    setWrong(new Set(fields.map(({ path }) => path)));
    return code === 'invalid-input' && fields.length > 0 ? undefined : answer.error;
  };

  return (
    <Confirm title={say('erase-title')} confirm={say('erase-now')} onConfirm={erase} onCancel={onClose}>
      <p>{say('erase-text')}</p>
      <TextField
        label={say('name')}
        hint={say('name-hint')}
        problem={wrong.has('fullName') ? say('wrong-name') : undefined}
        longest={400}
        value={fullName}
        onEdit={setFullName}
      />
      <TextField
        label={say('reason')}
        hint={say('reason-hint')}
        problem={wrong.has('reason') ? say('wrong-reason') : undefined}
        longest={200}
        value={reason}
        onEdit={setReason}
      />
      <CheckField label={say('override')} hint={say('override-hint')} checked={override} onChange={setOverride} />
    </Confirm>
  );
}
