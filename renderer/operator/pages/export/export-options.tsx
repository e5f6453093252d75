/**
 * Which entries are exported, what goes along, and for whom.
 * Runs in the operator face.
 */
import { CheckField } from '../../controls/check-field.tsx';
import { SelectField } from '../../controls/select-field.tsx';
import { TextField } from '../../controls/text-field.tsx';
import { useWords } from '../../words.ts';
import type { Options, WrongField } from './options.ts';
import { exportWords } from './words.ts';

export interface ExportOptionsProps {
  readonly options: Options;
  readonly wrong: ReadonlySet<WrongField>;
  readonly mayReveal: boolean;
  onChange(options: Options): void;
}

/** Shows the choices. */
export function ExportOptions({ options, wrong, mayReveal, onChange }: ExportOptionsProps) {
  const say = useWords(exportWords);
  const change = (changed: Partial<Options>) => onChange({ ...options, ...changed });
  return (
    <div class="export-options">
      <SelectField
        label={say('what')}
        value={options.span}
        options={[
          { value: 'all', label: say('all') },
          { value: 'today', label: say('today') },
          { value: 'range', label: say('range') },
        ]}
        onChoose={(span) => change({ span })}
      />
      {options.span === 'range' ? (
        <div class="export-range">
          <TextField
            kind="date"
            label={say('from')}
            value={options.from}
            max={options.to || undefined}
            problem={wrong.has('from') ? say('wrong-from') : undefined}
            onEdit={(from) => change({ from })}
          />
          <TextField
            kind="date"
            label={say('to')}
            value={options.to}
            min={options.from || undefined}
            problem={wrong.has('to') ? say('wrong-to') : undefined}
            onEdit={(to) => change({ to })}
          />
        </div>
      ) : null}
      <CheckField label={say('table')} checked={options.table} onChange={(table) => change({ table })} />
      {mayReveal ? (
        <CheckField
          label={say('reveal')}
          hint={say('reveal-hint')}
          checked={options.reveal}
          onChange={(reveal) => change({ reveal })}
        />
      ) : null}
      <TextField
        kind="lines"
        label={say('encrypt')}
        hint={say('encrypt-hint')}
        value={options.recipients}
        problem={wrong.has('encryptTo') ? say('wrong-recipient') : undefined}
        onEdit={(recipients) => change({ recipients })}
      />
    </div>
  );
}
