/**
 * A new system: name, pages, purposes, where its events go, and how often it may ask.
 * Runs in the operator face, for managers.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, PartyKey } from '../../../../main/contract/public.ts';
import { CheckField } from '../../controls/check-field.tsx';
import { Problem } from '../../controls/problem.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { usePurposes } from '../../purposes.ts';
import { useWords } from '../../words.ts';
import { FormDialog } from '../operators/form-dialog.tsx';
import { type DraftFault, emptyDraft, type PartyDraft, readDraft, readFault } from './party-form.ts';
import { systemsWords } from './words.ts';

export interface AddDialogProps {
  onDone(key: PartyKey): void;
  onCancel(): void;
}

/** Shows the dialog. */
export function AddDialog({ onDone, onCancel }: AddDialogProps) {
  const say = useWords(systemsWords);
  const { ask } = useDesk();
  const [draft, setDraft] = useState(emptyDraft);
  const [fault, setFault] = useState<DraftFault>();
  const [problem, setProblem] = useState<ContractProblem>();
  const edit = (change: Partial<PartyDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setFault(undefined);
    setProblem(undefined);
  };
  const submit = async () => {
    const read = readDraft(draft);
    if ('fault' in read) {
      setFault(read.fault);
      return;
    }
    const answer = await ask('party.add', read.input);
    if (answer.ok) {
      onDone(answer.value);
      return;
    }
    const found = readFault(draft, answer.error.fields);
    setFault(found);
    setProblem(found === undefined ? answer.error : undefined);
  };
  return (
    <FormDialog title={say('add')} submit={say('addDo')} onSubmit={submit} onCancel={onCancel}>
      <Fields draft={draft} fault={fault} isTaken={problem?.code === 'conflict'} onEdit={edit} />
      {problem === undefined || problem.code === 'conflict' ? null : <Problem problem={problem} />}
    </FormDialog>
  );
}

interface FieldsProps {
  readonly draft: PartyDraft;
  readonly fault: DraftFault | undefined;
  readonly isTaken: boolean;
  onEdit(change: Partial<PartyDraft>): void;
}

function Fields({ draft, fault, isTaken, onEdit }: FieldsProps) {
  const say = useWords(systemsWords);
  const nameProblem = isTaken
    ? say('nameTaken')
    : fault?.field === 'name'
      ? say(draft.name.trim() === '' ? 'nameEmpty' : 'nameLong')
      : undefined;
  return (
    <>
      <TextField
        label={say('name')}
        hint={say('nameHint')}
        problem={nameProblem}
        longest={60}
        value={draft.name}
        onEdit={(name) => onEdit({ name })}
      />
      <TextField
        kind="lines"
        label={say('origins')}
        hint={say('originsHint')}
        problem={fault?.field === 'origins' ? say('originsBad', { line: fault.line ?? 1 }) : undefined}
        value={draft.origins}
        onEdit={(origins) => onEdit({ origins })}
      />
      <Purposes chosen={draft.purposes} onChoose={(purposes) => onEdit({ purposes })} />
      <TextField
        label={say('webhook')}
        hint={say('webhookHint')}
        problem={fault?.field === 'webhook' ? say('webhookBad') : undefined}
        longest={1_000}
        value={draft.webhook}
        onEdit={(webhook) => onEdit({ webhook })}
      />
      <TextField
        kind="digits"
        label={say('rate')}
        hint={say('rateHint')}
        problem={fault?.field === 'rate' ? say('rateBad') : undefined}
        longest={6}
        value={draft.rate}
        onEdit={(rate) => onEdit({ rate })}
      />
    </>
  );
}

interface PurposesProps {
  readonly chosen: readonly string[];
  onChoose(purposes: readonly string[]): void;
}

function Purposes({ chosen, onChoose }: PurposesProps) {
  const say = useWords(systemsWords);
  const sayPurpose = usePurposes();
  const { purposes } = useDesk().description;
  return (
    <fieldset class="system-purposes">
      <legend class="entry-label">{say('purposes')}</legend>
      {purposes.map((purpose) => (
        <CheckField
          key={purpose}
          label={sayPurpose(purpose)}
          checked={chosen.includes(purpose)}
          onChange={(checked) => onChoose(checked ? [...chosen, purpose] : chosen.filter((each) => each !== purpose))}
        />
      ))}
      <p class="entry-below">{say('purposesHint')}</p>
    </fieldset>
  );
}
