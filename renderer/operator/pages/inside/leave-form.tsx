/**
 * Somebody leaves: by the number or the check code of their entry.
 * Runs in the operator face.
 */
import { useRef, useState } from 'preact/hooks';
import type { Problem as ContractProblem } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { insideWords } from './words.ts';

export interface LeaveFormProps {
  /** What was done last. */
  readonly said: string | undefined;
  onLeft(seq: number): void;
}

/** Shows the form; it is ready for the next one at once. */
export function LeaveForm({ said, onLeft }: LeaveFormProps) {
  const say = useWords(insideWords);
  const { ask } = useDesk();
  const [entry, setEntry] = useState('');
  const [problem, setProblem] = useState<ContractProblem>();
  const field = useRef<HTMLInputElement>(null);
  const leave = async () => {
    if (entry.trim() === '') {
      field.current?.focus();
      return;
    }
    const answer = await ask('inside.leave', { entry: entry.trim() });
    setProblem(answer.ok ? undefined : answer.error);
    if (answer.ok) {
      setEntry('');
      onLeft(answer.value.seq);
      field.current?.focus();
    }
  };
  return (
    <div class="leave-panel">
      <Panel title={say('leave')}>
        <form
          class="leave-form"
          onSubmit={(event) => {
            event.preventDefault();
            void leave();
          }}
        >
          <TextField
            label={say('leave-label')}
            hint={say('leave-hint')}
            longest={20}
            value={entry}
            fieldRef={field}
            onEdit={(text) => {
              setEntry(text);
              setProblem(undefined);
            }}
          />
          <Button type="submit" weight="primary">
            {say('leave-go')}
          </Button>
        </form>
        {problem === undefined ? null : (
          <Problem problem={problem} instead={{ conflict: say('not-inside'), 'not-found': say('not-found') }} />
        )}
        {said === undefined || problem !== undefined ? null : <Note kind="done">{said}</Note>}
      </Panel>
    </div>
  );
}
