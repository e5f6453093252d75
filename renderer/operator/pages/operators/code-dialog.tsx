/**
 * A new recovery code: asked first, because the one before is spent by it, and then shown once.
 * Runs in the operator face, for managers.
 */
import { useState } from 'preact/hooks';
import { Confirm } from '../../controls/confirm.tsx';
import { Dialog } from '../../controls/dialog.tsx';
import { useDesk } from '../../desk-context.ts';
import { RecoveryCode } from '../../pin/recovery-code.tsx';
import { pinWords } from '../../pin/words.ts';
import { useWords } from '../../words.ts';
import { operatorsWords } from './words.ts';

/** Shows the question, then the code, which goes only when somebody has written it down. */
export function CodeDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(operatorsWords);
  const sayPin = useWords(pinWords);
  const { ask } = useDesk();
  const [code, setCode] = useState<string>();
  const make = async () => {
    const answer = await ask('operator.recoveryCode', {});
    if (answer.ok) {
      setCode(answer.value.code);
      return undefined;
    }
    return answer.error;
  };
  return code === undefined ? (
    <Confirm title={say('codeAsk')} confirm={say('codeDo')} weight="primary" onConfirm={make} onCancel={onClose}>
      <p>{say('codeText')}</p>
    </Confirm>
  ) : (
    <Dialog title={sayPin('codeTitle')}>
      <RecoveryCode code={code} renewed onWritten={onClose} />
    </Dialog>
  );
}
