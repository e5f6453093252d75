/**
 * A person asks what the log holds of them, or wants it gone. Number and name live in this page alone, and go with it.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, EntryPage, ErasedEntries } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { pageWords } from '../page-words.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { ErasedReport } from './erased-report.tsx';
import { HeldList } from './held-list.tsx';
import './person.css';
import { personWords } from './words.ts';

/** Shows the page. */
export function PersonPage() {
  const title = useWords(pageWords)('person');
  const say = useWords(personWords);
  const { ask } = useDesk();
  const [mobileNumber, setMobileNumber] = useState('');
  const [held, setHeld] = useState<EntryPage>();
  const [problem, setProblem] = useState<ContractProblem>();
  const [asking, setAsking] = useState(false);
  const [erased, setErased] = useState<ErasedEntries>();
  const isWrong = problem?.code === 'invalid-input';

  const edit = (text: string) => {
    setMobileNumber(text);
    setHeld(undefined);
    setProblem(undefined);
    setErased(undefined);
  };
  const look = async () => {
    const answer = await ask('entries.find', { mobileNumber });
    setProblem(answer.ok ? undefined : answer.error);
    setHeld(answer.ok ? answer.value : undefined);
    setErased(undefined);
  };

  return (
    <>
      <PageHead title={title} intro={say('intro')} />
      <Panel title={say('who')}>
        <form
          class="person-form"
          onSubmit={(event) => {
            event.preventDefault();
            void look();
          }}
        >
          <TextField
            kind="digits"
            label={say('number')}
            longest={40}
            value={mobileNumber}
            problem={isWrong ? say('wrong-number') : undefined}
            onEdit={edit}
          />
          <Button type="submit" weight="primary" waits={mobileNumber.trim() === ''}>
            {say('look')}
          </Button>
        </form>
        {problem === undefined || isWrong ? null : <Problem problem={problem} />}
        {erased === undefined ? null : <ErasedReport erased={erased} onAnother={() => edit('')} />}
        {held === undefined || erased !== undefined ? null : <HeldList page={held} onErase={() => setAsking(true)} />}
      </Panel>
      {asking ? (
        <EraseDialog mobileNumber={mobileNumber} onErased={setErased} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}
