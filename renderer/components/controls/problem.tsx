/**
 * What is wrong, in words and with a sign, said aloud at once.
 * Runs in the face.
 */
import type { ComponentChildren } from 'preact';
import { FaultIcon } from '../icons/icons.tsx';
import './controls.css';

export interface ProblemProps {
  readonly children: ComponentChildren;
  /** What to do about it. */
  readonly more?: ComponentChildren;
}

/** Shows a problem in a box of its own. */
export function Problem({ children, more }: ProblemProps) {
  return (
    <div class="problem problem-box" role="alert">
      <FaultIcon />
      <span>
        {children}
        {more === undefined ? null : <span class="problem-more">{more}</span>}
      </span>
    </div>
  );
}
