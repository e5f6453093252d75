/**
 * The recovery code and a new PIN: the way in for a manager who has none any more.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, OperatorSession } from '../../../main/contract/public.ts';
import type { FaceClock } from '../../store/clock.ts';
import type { Ask } from '../ask.ts';
import { Button } from '../controls/button.tsx';
import { Problem } from '../controls/problem.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useNewPin } from '../pin/new-pin.ts';
import { NewPinFields } from '../pin/new-pin-fields.tsx';
import { useWords } from '../words.ts';
import { useWait } from './use-wait.ts';
import { doorWords } from './words.ts';

export interface RecoverFormProps {
  readonly ask: Ask;
  readonly clock: FaceClock;
  readonly operator: string;
  readonly onOpen: (session: OperatorSession) => void;
  readonly onBack: () => void;
}

/** What the core did not like about the code, as a key of the words; undefined where it was something else. */
export function codeFaultOf({
  code,
  fields = [],
}: ContractProblem): 'codeWrong' | 'codeForm' | 'notManager' | undefined {
  if (code === 'unauthenticated') {
    return 'codeWrong';
  }
  if (fields.some(({ path }) => path === 'code')) {
    return 'codeForm';
  }
  return fields.some(({ path, problem }) => path === 'operator' && problem === 'not-a-manager')
    ? 'notManager'
    : undefined;
}

/** Shows the form. */
export function RecoverForm({ ask, clock, operator, onOpen, onBack }: RecoverFormProps) {
  const say = useWords(doorWords);
  const pin = useNewPin();
  const wait = useWait(clock);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<ContractProblem>();
  const [busy, setBusy] = useState(false);
  const fault = problem && codeFaultOf(problem);
  const submit = async () => {
    const chosen = pin.take();
    if (chosen === undefined || busy || wait.left !== undefined) {
      return;
    }
    setBusy(true);
    const answer = await ask('operator.recover', { operator, code, pin: chosen });
    setBusy(false);
    if (answer.ok) {
      onOpen(answer.value);
      return;
    }
    wait.begin(answer.error.retryAfterMs);
    setProblem(pin.refuse(answer.error) || answer.error.code === 'too-many-requests' ? undefined : answer.error);
  };
  return (
    <form
      class="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{say('recoverIntro')}</p>
      <TextField
        label={say('code')}
        hint={say('codeHint')}
        problem={fault && say(fault)}
        value={code}
        longest={60}
        required
        onEdit={setCode}
      />
      <NewPinFields pin={pin} />
      {problem === undefined || fault !== undefined ? null : <Problem problem={problem} />}
      {wait.left === undefined ? null : <p>{say('wait', { time: wait.left })}</p>}
      <div class="side-by-side">
        <Button onPress={onBack}>{say('back')}</Button>
        <Button type="submit" weight="primary" waits={busy || wait.left !== undefined}>
          {say('recoverDo')}
        </Button>
      </div>
    </form>
  );
}
