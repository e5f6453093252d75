/**
 * Which pass is to be revoked, and why. A reader types into the field like a hand and ends with Enter; what it typed
 * then leaves the screen, and the reason is asked for.
 * Runs in the operator face.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem as ContractProblem } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { passesWords } from './words.ts';

/** What was chosen in the table; each choice is another object. */
export interface ChosenPass {
  readonly seq: number;
}

export interface RevokeFormProps {
  readonly chosen: ChosenPass | undefined;
  onRevoked(seq: number): void;
}

const longestPass = 2_000;
const longestReason = 200;

/** Whether a text is what a reader types, and not what a person does. */
export function isToken(text: string): boolean {
  return /^\s*eyJ[\w-]+\.[\w-]+\.[\w-]+\s*$/.test(text);
}

/** Shows the form. */
export function RevokeForm({ chosen, onRevoked }: RevokeFormProps) {
  const say = useWords(passesWords);
  const { ask } = useDesk();
  const [pass, setPass] = useState('');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<'pass' | 'reason'>();
  const [problem, setProblem] = useState<ContractProblem>();
  const [busy, setBusy] = useState(false);
  const reasonField = useRef<HTMLInputElement>(null);
  const wasRead = isToken(pass);
  const choose = (text: string) => {
    setPass(text);
    setMissing(undefined);
    setProblem(undefined);
  };
  useEffect(() => {
    if (chosen !== undefined) {
      choose(String(chosen.seq));
      reasonField.current?.focus();
    }
  }, [chosen]);
  const submit = async () => {
    if (pass.trim() === '') {
      setMissing('pass');
      return;
    }
    if (reason.trim().length < 3) {
      // The Enter of a reader says that the pass is complete, not that it is to be revoked.
      setMissing('reason');
      reasonField.current?.focus();
      return;
    }
    setBusy(true);
    const answer = await ask('pass.revoke', { pass: pass.trim(), reason });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.error);
    if (answer.ok) {
      setPass('');
      setReason('');
      onRevoked(answer.value.seq);
    }
  };
  const isReasonRefused = problem?.fields?.some(({ path }) => path === 'reason') === true;
  const reasonProblem = missing === 'reason' ? say('reasonShort') : isReasonRefused ? say('reasonRefused') : undefined;
  return (
    <Panel title={say('revokeTitle')}>
      <form
        class="revoke-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) {
            void submit();
          }
        }}
      >
        {wasRead ? (
          <div class="revoke-read">
            <Note kind="done">{say('read')}</Note>
            <Button onPress={() => choose('')}>{say('another')}</Button>
          </div>
        ) : (
          <TextField
            label={say('pass')}
            hint={say('passHint')}
            problem={missing === 'pass' ? say('passEmpty') : undefined}
            longest={longestPass}
            value={pass}
            onEdit={choose}
          />
        )}
        <TextField
          label={say('reason')}
          hint={say('reasonHint')}
          problem={reasonProblem}
          longest={longestReason}
          value={reason}
          fieldRef={reasonField}
          onEdit={(text) => {
            setReason(text);
            setMissing(undefined);
            setProblem(undefined);
          }}
        />
        <Button type="submit" weight="danger" waits={busy}>
          {say('revoke')}
        </Button>
      </form>
      {problem === undefined || isReasonRefused ? null : (
        <Problem problem={problem} instead={{ 'not-found': say('notFound'), conflict: say('off') }} />
      )}
    </Panel>
  );
}
