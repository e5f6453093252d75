/**
 * What staff decide, for which purpose, and why.
 * Runs in the operator face.
 */
import { useId } from 'preact/hooks';
import { type FieldProblem, type ManualDecision, Reason } from '../../../../main/contract/public.ts';
import { AdmittedIcon, ReferredIcon, RefusedIcon } from '../../../components/icons/icons.tsx';
import { Button } from '../../controls/button.tsx';
import { SelectField } from '../../controls/select-field.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { usePurposes } from '../../purposes.ts';
import { type Say, useWords } from '../../words.ts';
import './by-hand.css';
import { byHandWords } from './words.ts';

/** What the form holds; a decision is not preset. */
export interface Draft {
  readonly decision: ManualDecision['decision'] | undefined;
  readonly purpose: string;
  readonly reason: string;
}

export interface DecisionFormProps {
  readonly draft: Draft;
  /** Whether what is missing or wrong is said. */
  readonly isTried: boolean;
  /** What the core did not accept. */
  readonly refused: readonly FieldProblem[];
  onEdit(draft: Draft): void;
  onNext(): void;
}

const decisions = [
  ['admitted', AdmittedIcon],
  ['referred', ReferredIcon],
  ['refused', RefusedIcon],
] as const;

const suggestions = ['under-18', 'no-phone', 'no-consent', 'no-service'] as const;

/** Shows the form. */
export function DecisionForm({ draft, isTried, refused, onEdit, onNext }: DecisionFormProps) {
  const say = useWords(byHandWords);
  const sayPurpose = usePurposes();
  const { description } = useDesk();
  const suggested = useId();
  const edit = (changed: Partial<Draft>) => onEdit({ ...draft, ...changed });
  const isOffered = !refused.some(({ path }) => path === 'purpose');
  return (
    <form
      class="decision-form"
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <fieldset class="decisions">
        <legend class="entry-label">{say('decision')}</legend>
        {decisions.map(([decision, Icon]) => (
          <Button
            key={decision}
            icon={<Icon />}
            pressed={draft.decision === decision}
            onPress={() => edit({ decision })}
          >
            {say(decision)}
          </Button>
        ))}
      </fieldset>
      {description.purposes.length < 2 ? null : (
        <SelectField
          label={say('purpose')}
          value={draft.purpose}
          options={description.purposes.map((value) => ({ value, label: sayPurpose(value) }))}
          problem={isOffered ? undefined : say('purpose-gone')}
          onChoose={(purpose) => edit({ purpose })}
        />
      )}
      <TextField
        label={say('reason')}
        hint={say('reason-hint')}
        longest={200}
        value={draft.reason}
        problem={isTried ? reasonProblem(draft.reason, refused, say) : undefined}
        onEdit={(reason) => edit({ reason })}
      />
      <fieldset class="suggestions" aria-labelledby={suggested}>
        <legend id={suggested} class="entry-label">
          {say('suggestions')}
        </legend>
        {suggestions.map((word) => (
          <Button key={word} pressed={draft.reason === say(word)} onPress={() => edit({ reason: say(word) })}>
            {say(word)}
          </Button>
        ))}
      </fieldset>
      <div>
        <Button type="submit" weight="primary" waits={draft.decision === undefined}>
          {say('next')}
        </Button>
      </div>
    </form>
  );
}

type ByHandWord = keyof typeof byHandWords.en;

/** What is wrong with a reason, in words. */
export function reasonProblem(
  reason: string,
  refused: readonly FieldProblem[],
  say: Say<ByHandWord>,
): string | undefined {
  if (!/\p{L}/u.test(reason) || reason.trim().length < 3) {
    return say('reason-short');
  }
  if (!Reason.safeParse(reason).success) {
    return say('reason-wrong');
  }
  return refused.some(({ path }) => path === 'reason') ? say('reason-person') : undefined;
}
