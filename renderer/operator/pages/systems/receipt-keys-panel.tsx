/**
 * The keys that receipts are checked with, and a new one.
 * Runs in the operator face, for managers.
 */
import { useState } from 'preact/hooks';
import { TickIcon } from '../../../components/icons/icons.tsx';
import { Badge } from '../../controls/badge.tsx';
import { Button } from '../../controls/button.tsx';
import { Confirm } from '../../controls/confirm.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import './systems.css';
import { systemsWords } from './words.ts';

/** Shows the panel. */
export function ReceiptKeysPanel() {
  const say = useWords(systemsWords);
  const { ask } = useDesk();
  const { value, problem, again } = useAsked('receipt.keys', {});
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const rotate = async () => {
    const answer = await ask('receipt.rotate', {});
    if (!answer.ok) {
      return answer.error;
    }
    setAsking(false);
    setDone(true);
    again();
    return undefined;
  };
  return (
    <Panel title={say('receiptKeys')} actions={<Button onPress={() => setAsking(true)}>{say('newKey')}</Button>}>
      <p class="page-intro">{say('receiptKeysText')}</p>
      {done ? <Note kind="done">{say('wasNewKey')}</Note> : null}
      {problem === undefined ? null : <Problem problem={problem} onAgain={again} />}
      {value === undefined && problem === undefined ? <Loading /> : null}
      <ul class="receipt-keys">
        {value?.keys.map(({ kid }, index) => (
          <li key={kid}>
            <Badge tone={index === 0 ? 'well' : 'plain'} icon={index === 0 ? <TickIcon /> : undefined}>
              {say(index === 0 ? 'signsNow' : 'alsoShown')}
            </Badge>
            <code translate={false}>{kid}</code>
          </li>
        ))}
      </ul>
      {asking ? (
        <Confirm
          title={say('newKeyAsk')}
          confirm={say('newKeyDo')}
          weight="primary"
          onConfirm={rotate}
          onCancel={() => setAsking(false)}
        >
          <p>{say('newKeyText')}</p>
        </Confirm>
      ) : null}
    </Panel>
  );
}
