/**
 * What the log keeps of a person; a manager may see it in clear where it is kept so, for a reason that stays.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { ClearSubject, Problem as ContractProblem, EntryDetail } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Problem } from '../../controls/problem.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { Facts, Part } from './facts.tsx';
import { entriesWords } from './words.ts';

/** Shows it. */
export function EntryPerson({ detail }: { readonly detail: EntryDetail }) {
  const say = useWords(entriesWords);
  const { session } = useDesk();
  const [clear, setClear] = useState<ClearSubject>();
  const { seq, outcome, identity } = detail;
  const { name, mobile } = clear ?? detail;
  if (outcome === 'act') {
    return null;
  }
  const mayReveal = identity === 'full' && session.value.features.reveal && clear === undefined;
  return (
    <Part title={say('person')}>
      <Facts
        facts={[
          [say('name'), name],
          [say('mobile'), mobile],
        ]}
      />
      <p class="entry-note">{say(`identity-${identity}`)}</p>
      {mayReveal ? <Reveal seq={seq} onClear={setClear} /> : null}
    </Part>
  );
}

interface RevealProps {
  readonly seq: number;
  onClear(clear: ClearSubject): void;
}

function Reveal({ seq, onClear }: RevealProps) {
  const say = useWords(entriesWords);
  const { ask } = useDesk();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<ContractProblem>();
  if (!isAsked) {
    return (
      <div>
        <Button onPress={() => setAsked(true)}>{say('reveal')}</Button>
      </div>
    );
  }
  const reveal = async () => {
    const answer = await ask('entries.reveal', { seq, reason: reason.trim() });
    setProblem(answer.ok ? undefined : answer.error);
    if (answer.ok) {
      onClear(answer.value);
    }
  };
  const wrong = problem?.fields?.find(({ path }) => path === 'reason');
  return (
    <form
      class="reveal"
      onSubmit={(event) => {
        event.preventDefault();
        void reveal();
      }}
    >
      <p class="entry-note">{say('reveal-words')}</p>
      <TextField
        label={say('reveal-reason')}
        hint={say('reveal-hint')}
        longest={200}
        value={reason}
        problem={wrong && say(wrong.problem === 'names-the-person' ? 'reason-person' : 'reason-short')}
        onEdit={setReason}
      />
      {problem === undefined || wrong !== undefined ? null : <Problem problem={problem} />}
      <div>
        <Button type="submit">{say('reveal')}</Button>
      </div>
    </form>
  );
}
