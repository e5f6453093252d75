/**
 * Leaving the kiosk, and restarting it.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import { Button } from '../../controls/button.tsx';
import { Confirm } from '../../controls/confirm.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { terminalWords } from './words.ts';

type Deed = 'leave' | 'restart';

/** Shows the two buttons, each with its question. */
export function ProgramPanel() {
  const { ask } = useDesk();
  const say = useWords(terminalWords);
  const [asking, setAsking] = useState<Deed>();
  const [ending, setEnding] = useState(false);
  const run = async (deed: Deed) => {
    const answer = await ask(deed === 'leave' ? 'kiosk.leave' : 'kiosk.restart', {});
    if (answer.ok) {
      setAsking(undefined);
      setEnding(true);
      return undefined;
    }
    return answer.error;
  };
  return (
    <Panel title={say('program-title')}>
      <p>{say('program-intro')}</p>
      {ending ? <Note kind="done">{say('ending')}</Note> : null}
      <div class="terminal-actions">
        <Button waits={ending} onPress={() => setAsking('restart')}>
          {say('restart')}
        </Button>
        <Button weight="danger" waits={ending} onPress={() => setAsking('leave')}>
          {say('leave')}
        </Button>
      </div>
      {asking === undefined ? null : (
        <Confirm
          title={say(`${asking}-question`)}
          confirm={say(asking)}
          onConfirm={() => run(asking)}
          onCancel={() => setAsking(undefined)}
        >
          <p>{say(`${asking}-text`)}</p>
        </Confirm>
      )}
    </Panel>
  );
}
