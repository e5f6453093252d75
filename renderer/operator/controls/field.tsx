/**
 * What every field has: its label above, its hint or its problem below.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import { FaultIcon } from '../../components/icons/icons.tsx';
import './controls.css';

/** What stands around a field. */
export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what was typed, in words. */
  readonly problem?: string | undefined;
}

interface FieldFrameProps extends FieldProps {
  readonly id: string;
  readonly children: ComponentChildren;
}

/** The id of what describes a field. */
export function belowOf(id: string): string {
  return `${id}-below`;
}

/** Shows a field within its label and its words. */
export function FieldFrame({ id, label, hint, problem, children }: FieldFrameProps) {
  return (
    <div class={problem === undefined ? 'entry-field' : 'entry-field entry-field-bad'}>
      <label class="entry-label" for={id}>
        {label}
      </label>
      {children}
      <p id={belowOf(id)} class="entry-below" aria-live="polite">
        {problem === undefined ? null : <FaultIcon />}
        {problem ?? hint}
      </p>
    </div>
  );
}
