/**
 * The first operator of a terminal: name and PIN, and then the recovery code, once.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem } from '../../../main/contract/public.ts';
import { useArrival } from '../../components/controls/use-arrival.ts';
import type { Ask } from '../ask.ts';
import { Button } from '../controls/button.tsx';
import { Problem } from '../controls/problem.tsx';
import { TextField } from '../controls/text-field.tsx';
import { useNewPin } from '../pin/new-pin.ts';
import { NewPinFields } from '../pin/new-pin-fields.tsx';
import { RecoveryCode } from '../pin/recovery-code.tsx';
import { pinWords } from '../pin/words.ts';
import { useWords } from '../words.ts';
import { doorWords } from './words.ts';

export interface SetUpProps {
  readonly ask: Ask;
  /** The code was written down. */
  readonly onDone: () => void;
  /** The code is on the page: nothing may take it away. */
  readonly onCode: () => void;
  /** Undefined where there is no page of visitors to go to. */
  readonly onLater: (() => void) | undefined;
}

const longestName = 60;

/** Shows the form, then the code. */
export function SetUp({ ask, onDone, onCode, onLater }: SetUpProps) {
  const say = useWords(doorWords);
  const sayPin = useWords(pinWords);
  const first = useArrival<HTMLInputElement>();
  const pin = useNewPin();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ContractProblem>();
  const [code, setCode] = useState<string>();
  const submit = async () => {
    setAsked(true);
    const chosen = pin.take();
    if (chosen === undefined || name.trim() === '' || busy) {
      return;
    }
    setBusy(true);
    const answer = await ask('operator.begin', { name, pin: chosen });
    setBusy(false);
    if (answer.ok) {
      onCode();
      setCode(answer.value.recoveryCode);
      return;
    }
    setProblem(pin.refuse(answer.error) ? undefined : answer.error);
  };
  if (code !== undefined) {
    return (
      <>
        <h1>{sayPin('codeTitle')}</h1>
        <RecoveryCode code={code} onWritten={onDone} />
      </>
    );
  }
  return (
    <form
      class="door-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h1>{say('setUp')}</h1>
      <p>{say('setUpIntro')}</p>
      <TextField
        fieldRef={first}
        label={say('name')}
        hint={say('nameHint')}
        problem={asked && name.trim() === '' ? say('nameEmpty') : undefined}
        value={name}
        longest={longestName}
        onEdit={setName}
      />
      <NewPinFields pin={pin} />
      {problem === undefined ? null : <Problem problem={problem} instead={{ conflict: say('taken') }} />}
      <Button type="submit" weight="primary" waits={busy}>
        {say('setUpDo')}
      </Button>
      {onLater === undefined ? null : (
        <div class="door-later">
          <Button weight="quiet" onPress={onLater}>
            {say('later')}
          </Button>
          <p>{say('laterHint')}</p>
        </div>
      )}
    </form>
  );
}
