/**
 * A field that is typed into, with its label above and its hint or problem below.
 * Runs in the face.
 */
import type { RefObject } from 'preact';
import { useFace } from '../face-context.ts';
import { FaultIcon } from '../icons/icons.tsx';
import './controls.css';
import { ownFields, unremembered } from './unremembered.ts';

export interface TextFieldProps {
  /** Neutral: it tells neither browser nor extension what is typed here. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly problem: string | undefined;
  readonly value: string;
  readonly kind: 'name' | 'digits';
  readonly prefix?: string;
  readonly longest: number;
  readonly lang?: string;
  readonly field: RefObject<HTMLInputElement | null>;
  onEdit(text: string): void;
  onEnter(): void;
  onFocus(): void;
  onLeave(): void;
}

/** Shows the field. The on-screen keys write into the same element as a keyboard does. */
export function TextField(props: TextFieldProps) {
  const { id, label, hint, problem, value, kind, prefix, onEdit, onEnter, onFocus, onLeave } = props;
  const { ownDevice = false } = useFace();
  const below = `${id}-below`;
  return (
    <div class={problem === undefined ? 'field' : 'field field-bad'}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="field-box">
        {prefix === undefined ? null : (
          <span class="field-prefix" aria-hidden="true">
            {prefix}
          </span>
        )}
        <input
          {...(ownDevice ? ownFields[kind] : unremembered)}
          ref={props.field}
          id={id}
          class={`field-input field-${kind}`}
          autocapitalize={kind === 'name' ? 'words' : 'off'}
          maxLength={props.longest}
          lang={props.lang}
          value={value}
          aria-invalid={problem === undefined ? undefined : 'true'}
          aria-describedby={below}
          onInput={(event) => onEdit(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && onEnter()}
          onFocus={onFocus}
          onBlur={onLeave}
        />
      </div>
      <p id={below} class={problem === undefined ? 'field-hint' : 'field-problem problem'} aria-live="polite">
        {problem === undefined ? null : <FaultIcon />}
        {problem ?? hint}
      </p>
    </div>
  );
}
