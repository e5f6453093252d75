/**
 * The recovery code, shown once: to be written down or printed.
 * Runs in the operator face.
 */

import { Button } from '../controls/button.tsx';
import { PrintIcon } from '../icons/icons.tsx';
import { useWords } from '../words.ts';
import './recovery-code.css';
import { pinWords } from './words.ts';

export interface RecoveryCodeProps {
  readonly code: string;
  /** A code was there before: it is spent. */
  readonly renewed?: boolean;
  onWritten(): void;
}

/** Shows the code; it goes from the page when it was written down. */
export function RecoveryCode({ code, renewed = false, onWritten }: RecoveryCodeProps) {
  const say = useWords(pinWords);
  return (
    <div class="recovery">
      <p>{say('codeText')}</p>
      {renewed ? <p>{say('codeSpent')}</p> : null}
      <p class="recovery-code" translate={false}>
        {code}
      </p>
      <div class="side-by-side">
        <Button weight="primary" onPress={onWritten}>
          {say('written')}
        </Button>
        <Button icon={<PrintIcon />} onPress={() => window.print()}>
          {say('print')}
        </Button>
      </div>
    </div>
  );
}
