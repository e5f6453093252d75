/**
 * What narrows the list: a search, which waits for Enter, and a few choices, which work at once.
 * Runs in the operator face.
 */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { FieldProblem } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { CheckField } from '../../controls/check-field.tsx';
import { outcomeOrder } from '../../controls/outcome.tsx';
import { outcomeWords } from '../../controls/outcome-words.ts';
import { SelectField } from '../../controls/select-field.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useDesk } from '../../desk-context.ts';
import { SearchIcon } from '../../icons/icons.tsx';
import { usePurposes } from '../../purposes.ts';
import { useWords } from '../../words.ts';
import { type Chosen, isEverything, nothingChosen } from './chosen.ts';
import './entries.css';
import { entriesWords } from './words.ts';

export interface OperatorChoice {
  readonly id: string;
  readonly name: string;
}

export interface FilterBarProps {
  readonly chosen: Chosen;
  /** Operators that may be chosen. */
  readonly operators: readonly OperatorChoice[];
  readonly wrong: readonly FieldProblem[];
  onChoose(chosen: Chosen): void;
}

const channels = [
  ['kiosk', 'kiosk'],
  ['embed', 'embed'],
  ['api', 'api'],
  ['operator', 'by-operator'],
] as const;

/** Shows the bar. */
export function FilterBar({ chosen, operators, wrong, onChoose }: FilterBarProps) {
  const say = useWords(entriesWords);
  const sayOutcome = useWords(outcomeWords);
  const sayPurpose = usePurposes();
  const { description } = useDesk();
  const choose = (changed: Partial<Chosen>) => onChoose({ ...chosen, ...changed });
  const any = { value: '', label: say('any') } as const;
  const problemOf = (field: string) => (wrong.some(({ path }) => path === field) ? say('not-a-day') : undefined);
  return (
    <section class="filter-bar" aria-label={say('filters')}>
      <SearchForm text={chosen.text} onSearch={(text) => choose({ text })} />
      <div class="filter-fields">
        <TextField
          label={say('from')}
          kind="date"
          value={chosen.from}
          max={chosen.to === '' ? undefined : chosen.to}
          problem={problemOf('from')}
          onEdit={(from) => choose({ from })}
        />
        <TextField
          label={say('to')}
          kind="date"
          value={chosen.to}
          min={chosen.from === '' ? undefined : chosen.from}
          problem={problemOf('to')}
          onEdit={(to) => choose({ to })}
        />
        <SelectField
          label={say('outcome')}
          value={chosen.outcome}
          options={[any, ...[...outcomeOrder, 'act' as const].map((value) => ({ value, label: sayOutcome(value) }))]}
          onChoose={(outcome) => choose({ outcome })}
        />
        <SelectField
          label={say('purpose')}
          value={chosen.purpose}
          options={[any, ...description.purposes.map((value) => ({ value, label: sayPurpose(value) }))]}
          onChoose={(purpose) => choose({ purpose })}
        />
        <SelectField
          label={say('channel')}
          value={chosen.channel}
          options={[any, ...channels.map(([value, word]) => ({ value, label: say(word) }))]}
          onChoose={(channel) => choose({ channel })}
        />
        <SelectField
          label={say('operator')}
          value={chosen.operator}
          options={[any, ...operators.map(({ id, name }) => ({ value: id, label: name }))]}
          onChoose={(operator) => choose({ operator })}
        />
      </div>
      <div class="filter-rest">
        <CheckField label={say('acts')} checked={chosen.acts} onChange={(acts) => choose({ acts })} />
        {isEverything(chosen) ? null : (
          <Button weight="quiet" onPress={() => onChoose({ ...nothingChosen, acts: chosen.acts })}>
            {say('clear')}
          </Button>
        )}
      </div>
    </section>
  );
}

function SearchForm({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const say = useWords(entriesWords);
  const [typed, setTyped] = useState(text);
  // At once, not after the next frame: what is typed in between must stay.
  useLayoutEffect(() => setTyped(text), [text]);
  return (
    <search>
      <form
        class="search-form"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <TextField
          label={say('search')}
          hint={say('search-hint')}
          kind="search"
          longest={100}
          value={typed}
          onEdit={(next) => {
            setTyped(next);
            // The cross of the field, or the last character taken away: back to all.
            if (next === '' && text !== '') {
              onSearch('');
            }
          }}
        />
        <Button type="submit" icon={<SearchIcon />}>
          {say('search-go')}
        </Button>
      </form>
    </search>
  );
}
