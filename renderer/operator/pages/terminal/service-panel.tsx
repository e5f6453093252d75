/**
 * Out of order and back, with a word to visitors.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, Health } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Confirm } from '../../controls/confirm.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { canResume, reasonWords, wordOfReason } from './reason-words.ts';
import { terminalWords } from './words.ts';

export interface ServicePanelProps {
  readonly health: Health;
  onChanged(): void;
}

/** As long as the operations table allows. */
const longestMessage = 160;

/** Shows how it stands, and the way to the other state. */
export function ServicePanel({ health, onChanged }: ServicePanelProps) {
  const { ask } = useDesk();
  const say = useWords(terminalWords);
  const [message, setMessage] = useState(health.message ?? '');
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ContractProblem>();
  const isStopped = canResume(health);

  const stop = async () => {
    const answer = await ask('service.stop', { message });
    if (answer.ok) {
      setAsking(false);
      onChanged();
      return undefined;
    }
    return answer.error;
  };
  const resume = async () => {
    const answer = await ask('service.resume', {});
    setProblem(answer.ok ? undefined : answer.error);
    onChanged();
  };

  return (
    <Panel title={say('service-title')}>
      <p>{say('service-intro')}</p>
      {health.state === 'out-of-order' ? <StoppedNote health={health} /> : null}
      <TextField
        kind="lines"
        label={say('message')}
        hint={say('message-hint')}
        longest={longestMessage}
        value={message}
        onEdit={(text) => setMessage(text.replace(/[\n\r]+/g, ' '))}
      />
      {problem === undefined ? null : <Problem problem={problem} />}
      <div class="terminal-actions">
        {isStopped ? (
          <Button weight="primary" onPress={() => void resume()}>
            {say('resume')}
          </Button>
        ) : null}
        <Button weight={isStopped ? 'plain' : 'danger'} onPress={() => setAsking(true)}>
          {say(isStopped ? 'change' : 'stop')}
        </Button>
      </div>
      {asking ? (
        <Confirm
          title={say('stop-question')}
          confirm={say(isStopped ? 'change' : 'stop')}
          onConfirm={stop}
          onCancel={() => setAsking(false)}
        >
          <p>{say('stop-text')}</p>
          {message.trim() === '' ? null : <p>{say('says', { message: message.trim() })}</p>}
        </Confirm>
      ) : null}
    </Panel>
  );
}

function StoppedNote({ health }: { readonly health: Health }) {
  const say = useWords(terminalWords);
  const sayReason = useWords(reasonWords);
  const { message } = health;
  return (
    <Note kind="notice">
      <p>{sayReason(wordOfReason(health))}</p>
      {message === undefined ? null : <p>{say('says', { message })}</p>}
    </Note>
  );
}
