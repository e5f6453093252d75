/**
 * Staff decide by hand: what, for which purpose and why; asked once more, because it cannot be undone.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { DecidedByHand, FieldProblem, ManualDecision } from '../../../../main/contract/public.ts';
import { Confirm } from '../../controls/confirm.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Panel } from '../../controls/panel.tsx';
import { useDesk } from '../../desk-context.ts';
import { usePurposes } from '../../purposes.ts';
import { useWords } from '../../words.ts';
import { pageWords } from '../page-words.ts';
import { Decided } from './decided.tsx';
import { DecisionForm, type Draft, reasonProblem } from './decision-form.tsx';
import { byHandWords } from './words.ts';

/** Shows the page. */
export function ByHandPage() {
  const title = useWords(pageWords)('by-hand');
  const say = useWords(byHandWords);
  const { description } = useDesk();
  const empty: Draft = { decision: undefined, purpose: description.purposes[0] ?? '', reason: '' };
  const [draft, setDraft] = useState(empty);
  const [isTried, setTried] = useState(false);
  const [refused, setRefused] = useState<readonly FieldProblem[]>([]);
  const [asked, setAsked] = useState<ManualDecision>();
  const [decided, setDecided] = useState<DecidedByHand>();
  const next = () => {
    setTried(true);
    if (draft.decision !== undefined && reasonProblem(draft.reason, [], say) === undefined) {
      setAsked({ ...draft, decision: draft.decision, reason: draft.reason.trim() });
    }
  };
  const begin = () => {
    setDecided(undefined);
    setDraft(empty);
    setTried(false);
  };
  return (
    <>
      <PageHead title={title} intro={say('intro')} />
      <Panel title={say('record')}>
        {decided === undefined ? (
          <DecisionForm
            draft={draft}
            isTried={isTried}
            refused={refused}
            onEdit={(changed) => {
              setDraft(changed);
              setRefused([]);
            }}
            onNext={next}
          />
        ) : (
          <Decided decided={decided} onAnother={begin} />
        )}
      </Panel>
      {asked === undefined ? null : (
        <AskOnceMore asked={asked} onDecided={setDecided} onRefused={setRefused} onClose={() => setAsked(undefined)} />
      )}
    </>
  );
}

interface AskOnceMoreProps {
  readonly asked: ManualDecision;
  onDecided(decided: DecidedByHand): void;
  onRefused(fields: readonly FieldProblem[]): void;
  onClose(): void;
}

function AskOnceMore({ asked, onDecided, onRefused, onClose }: AskOnceMoreProps) {
  const say = useWords(byHandWords);
  const sayPurpose = usePurposes();
  const { ask } = useDesk();
  const { decision, purpose, reason } = asked;
  const record = async () => {
    const answer = await ask('entries.decide', asked);
    if (answer.ok) {
      onDecided(answer.value);
    } else if (answer.error.code === 'invalid-input') {
      onRefused(answer.error.fields ?? []);
    } else {
      return answer.error;
    }
    onClose();
    return undefined;
  };
  return (
    <Confirm
      title={say('confirm-title')}
      confirm={say('confirm')}
      weight="primary"
      onConfirm={record}
      onCancel={onClose}
    >
      <p class="confirm-what">{say(`confirm-${decision}`, { purpose: sayPurpose(purpose) })}</p>
      <p>{say('confirm-reason', { reason })}</p>
      <p>{say('confirm-final')}</p>
    </Confirm>
  );
}
