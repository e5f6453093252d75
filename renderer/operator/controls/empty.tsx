/**
 * Where there is nothing to show: says so, and what would bring something.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import './controls.css';

export interface EmptyProps {
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** Shows it. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children === undefined ? null : <div class="empty-more">{children}</div>}
    </div>
  );
}
