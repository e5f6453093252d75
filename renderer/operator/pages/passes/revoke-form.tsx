/**
 * Which pass is to be revoked, and why. A reader types into the field like a hand and ends with Enter; what it typed
 * then leaves the screen, and the reason is asked for.
 * Runs in the operator face.
 */
import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../../controls/button.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useWords } from '../../words.ts';
import { type Revoking, useRevoke } from './use-revoke.ts';
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

/** Shows the form. */
export function RevokeForm({ chosen, onRevoked }: RevokeFormProps) {
  const say = useWords(passesWords);
  const revoking = useRevoke(onRevoked);
  const { problem, choose, reasonField, submit, busy } = revoking;
  useLayoutEffect(() => {
    if (chosen !== undefined) {
      choose(String(chosen.seq));
      reasonField.current?.focus();
    }
  }, [chosen]);
  return (
    <Panel title={say('revokeTitle')}>
      <form
        class="revoke-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <PassField revoking={revoking} />
        <ReasonField revoking={revoking} />
        <Button type="submit" weight="danger" waits={busy}>
          {say('revoke')}
        </Button>
      </form>
      {problem === undefined || isOfReason(revoking) ? null : (
        <Problem problem={problem} instead={{ 'not-found': say('notFound'), conflict: say('off') }} />
      )}
    </Panel>
  );
}

function PassField({ revoking }: { readonly revoking: Revoking }) {
  const say = useWords(passesWords);
  const { pass, wasRead, missing, choose } = revoking;
  return wasRead ? (
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
  );
}

function ReasonField({ revoking }: { readonly revoking: Revoking }) {
  const say = useWords(passesWords);
  const { reason, reasonField, missing, explain } = revoking;
  const problem = missing === 'reason' ? say('reasonShort') : isOfReason(revoking) ? say('reasonRefused') : undefined;
  return (
    <TextField
      label={say('reason')}
      hint={say('reasonHint')}
      problem={problem}
      longest={longestReason}
      value={reason}
      fieldRef={reasonField}
      onEdit={explain}
    />
  );
}

/** Whether the core does not take the reason. */
function isOfReason({ problem }: Revoking): boolean {
  return problem?.fields?.some(({ path }) => path === 'reason') === true;
}
