/**
 * What a decision by hand became: its number and its check code, large enough to be read across the desk.
 * Runs in the operator face.
 */
import type { DecidedByHand } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { OutcomeBadge } from '../../controls/outcome.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import './by-hand.css';
import { byHandWords } from './words.ts';

export interface DecidedProps {
  readonly decided: DecidedByHand;
  onAnother(): void;
}

/** Shows it. */
export function Decided({ decided, onAnother }: DecidedProps) {
  const say = useWords(byHandWords);
  const { go } = useDesk();
  const { seq, checkCode, decision } = decided;
  return (
    <div class="decided">
      <Note kind="done">{say('done')}</Note>
      <OutcomeBadge outcome={decision} byHand />
      <dl class="decided-marks">
        <div>
          <dt>{say('entry')}</dt>
          <dd class="code">{seq}</dd>
        </div>
        <div>
          <dt>{say('code')}</dt>
          <dd class="code">{checkCode}</dd>
        </div>
      </dl>
      <p class="entry-below">{say('done-hint')}</p>
      <div class="side-by-side">
        <Button weight="primary" onPress={onAnother}>
          {say('another')}
        </Button>
        <Button onPress={() => go('entries', seq)}>{say('open')}</Button>
      </div>
    </div>
  );
}
