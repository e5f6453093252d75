/**
 * A yes or no that stands beside its words.
 * Runs in the operator face.
 */
import { useId } from 'preact/hooks';
import './check-field.css';
import { belowOf } from './field.tsx';

export interface CheckFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

/** Shows the choice. */
export function CheckField({ label, hint, checked, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div class="check-field">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint === undefined ? undefined : belowOf(id)}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={belowOf(id)} class="entry-below">
          {hint}
        </p>
      )}
    </div>
  );
}
