/**
 * A field that is typed into; the browser is told to remember nothing of it.
 * Runs in the operator face.
 */
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import './controls.css';
import { belowOf, FieldFrame, type FieldProps } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  /** `digits` brings up a number pad, `secret` shows dots, `lines` has room for several lines. */
  readonly kind?: 'text' | 'digits' | 'secret' | 'search' | 'date' | 'lines';
  readonly longest?: number;
  readonly required?: boolean;
  /** Days in a field of kind `date`, as `2026-01-31`. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly fieldRef?: RefObject<HTMLInputElement | null>;
  onEdit(text: string): void;
}

/** What each kind is to the browser. A password that is not called new is offered to be filled in. */
const kinds = {
  text: { type: 'text', autocomplete: 'off' },
  digits: { type: 'text', inputMode: 'numeric', autocomplete: 'off' },
  secret: { type: 'password', inputMode: 'numeric', autocomplete: 'new-password' },
  search: { type: 'search', autocomplete: 'off' },
  date: { type: 'date', autocomplete: 'off' },
} as const;

/** Neither the browser nor what extends it keeps what staff type. */
const unkept = {
  spellcheck: false,
  'data-1p-ignore': 'true',
  'data-lpignore': 'true',
} as const;

/** Shows the field. */
export function TextField(props: TextFieldProps) {
  const { label, hint, problem, value, kind = 'text', longest, required, onEdit } = props;
  const id = useId();
  const common = {
    ...unkept,
    id,
    class: 'entry-input',
    value,
    maxLength: longest,
    required,
    'aria-invalid': problem === undefined ? undefined : ('true' as const),
    'aria-describedby': belowOf(id),
  };
  return (
    <FieldFrame id={id} label={label} hint={hint} problem={problem}>
      {kind === 'lines' ? (
        <textarea {...common} autocomplete="off" rows={3} onInput={(event) => onEdit(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          ref={props.fieldRef ?? null}
          {...kinds[kind]}
          min={props.min}
          max={props.max}
          onInput={(event) => onEdit(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}
