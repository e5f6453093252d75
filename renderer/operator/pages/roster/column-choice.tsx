/**
 * Says which column of the table is what, beside its first lines.
 * Runs in the operator face.
 */
import type { RosterPreview } from '../../../../main/contract/public.ts';
import { useArrival } from '../../../components/controls/use-arrival.ts';
import { DataTable } from '../../controls/data-table.tsx';
import { SelectField } from '../../controls/select-field.tsx';
import { useWords } from '../../words.ts';
import { type ColumnChoice as Choice, isTaken, type RosterField, rosterFields } from './columns.ts';
import { rosterWords } from './words.ts';

/** A line has no name of its own: its place is its key. */
interface SampleLine {
  readonly cells: readonly string[];
  readonly index: number;
}

export interface ColumnChoiceProps {
  readonly preview: RosterPreview;
  readonly choice: Choice;
  onChoose(field: RosterField, column: number | undefined): void;
}

/** Shows the choice. */
export function ColumnChoice({ preview, choice, onChoose }: ColumnChoiceProps) {
  const say = useWords(rosterWords);
  const titles = preview.columns.map((title, index) =>
    title.trim() === '' ? say('column-number', { number: index + 1 }) : title,
  );
  const options = [
    { value: '', label: say('column-none') },
    ...titles.map((label, index) => ({ value: String(index), label })),
  ];
  return (
    <>
      <h3 tabIndex={-1} ref={useArrival<HTMLHeadingElement>()}>
        {say('columns')}
      </h3>
      <div class="fields">
        {rosterFields.map((field) => (
          <SelectField
            key={field}
            label={say(`column-${field}`)}
            hint={field === 'reference' ? say('reference-hint') : undefined}
            problem={isTaken(choice, field) ? say('same-column') : undefined}
            value={String(choice[field] ?? '')}
            options={options}
            onChoose={(value) => onChoose(field, value === '' ? undefined : Number(value))}
          />
        ))}
      </div>
      <Sample titles={titles} lines={preview.sample} />
    </>
  );
}

interface SampleProps {
  readonly titles: readonly string[];
  readonly lines: RosterPreview['sample'];
}

function Sample({ titles, lines }: SampleProps) {
  const say = useWords(rosterWords);
  return (
    <>
      <h3>{say('sample')}</h3>
      <DataTable
        caption={say('sample')}
        columns={titles.map((title, column) => ({
          key: String(column),
          title,
          cell: ({ cells }: SampleLine) => cells[column] ?? '',
        }))}
        rows={lines.map((cells, index) => ({ cells, index }))}
        empty={null}
        keyOf={({ index }) => String(index)}
      />
    </>
  );
}
