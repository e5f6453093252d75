/**
 * How far something is, as a bar and in words.
 * Runs in the operator face.
 */
import { useId } from 'preact/hooks';
import './controls.css';

export interface ProgressProps {
  readonly label: string;
  /** From 0 to 1; undefined where nobody knows. */
  readonly done: number | undefined;
  /** "3 of 12 files, about 2 minutes left". */
  readonly detail?: string | undefined;
}

/** Shows the bar. */
export function Progress({ label, done, detail }: ProgressProps) {
  const id = useId();
  return (
    <div class="progress">
      <label class="entry-label" for={id}>
        {label}
      </label>
      <progress id={id} class="progress-bar" max={1} value={done} />
      {detail === undefined ? null : <p class="entry-below">{detail}</p>}
    </div>
  );
}
