/**
 * Who may unlock the desk: added, disabled, given a new PIN; and the recovery code. For managers.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { Operator } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Problem } from '../../controls/problem.tsx';
import { AddIcon } from '../../icons/icons.tsx';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import { AddDialog } from './add-dialog.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { OperatorTable } from './operator-table.tsx';
import { ResetDialog } from './reset-dialog.tsx';
import { operatorsWords } from './words.ts';

/** What is being done. */
type Doing = { readonly kind: 'add' | 'code' } | { readonly kind: 'reset' | 'disable'; readonly operator: Operator };

/** What was done last. */
interface Done {
  readonly word: 'added' | 'wasReset' | 'wasDisabled';
  readonly name: string;
}

/** Shows the page. */
export function OperatorsPage() {
  const say = useWords(operatorsWords);
  const { value, problem, again } = useAsked('operator.list', {});
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<Done>();
  const begin = (next: Doing) => {
    setDone(undefined);
    setDoing(next);
  };
  const cancel = () => setDoing(undefined);
  const finish = (word: Done['word']) => (operator: Operator) => {
    setDoing(undefined);
    setDone({ word, name: operator.name });
    again();
  };
  return (
    <>
      <PageHead title={say('title')} intro={say('intro')}>
        <Button onPress={() => begin({ kind: 'code' })}>{say('code')}</Button>
        <Button weight="primary" icon={<AddIcon />} onPress={() => begin({ kind: 'add' })}>
          {say('add')}
        </Button>
      </PageHead>
      {done === undefined ? null : <Note kind="done">{say(done.word, { name: done.name })}</Note>}
      {problem === undefined ? null : <Problem problem={problem} onAgain={again} />}
      {value === undefined ? (
        problem === undefined && <Loading />
      ) : (
        <OperatorTable
          operators={value.operators}
          onReset={(operator) => begin({ kind: 'reset', operator })}
          onDisable={(operator) => begin({ kind: 'disable', operator })}
        />
      )}
      {doing?.kind === 'add' ? <AddDialog onDone={finish('added')} onCancel={cancel} /> : null}
      {doing?.kind === 'code' ? <CodeDialog onClose={cancel} /> : null}
      {doing?.kind === 'reset' ? (
        <ResetDialog operator={doing.operator} onDone={finish('wasReset')} onCancel={cancel} />
      ) : null}
      {doing?.kind === 'disable' ? (
        <DisableDialog operator={doing.operator} onDone={finish('wasDisabled')} onCancel={cancel} />
      ) : null}
    </>
  );
}
