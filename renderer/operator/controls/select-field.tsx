/**
 * A choice among a few words.
 * Runs in the operator face.
 */
import { useId } from 'preact/hooks';
import './controls.css';
import { belowOf, FieldFrame, type FieldProps } from './field.tsx';

export interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  onChoose(value: NoInfer<V>): void;
}

/** Shows the choice. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { label, hint, problem, value, options, onChoose } = props;
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      <select
        id={id}
        class="entry-input"
        value={value}
        aria-describedby={belowOf(id)}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) {
            onChoose(chosen.value);
          }
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
