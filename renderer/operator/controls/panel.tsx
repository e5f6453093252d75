/**
 * A part of a page with a heading of its own.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './controls.css';

export interface PanelProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Buttons beside the heading. */
  readonly actions?: ComponentChildren;
}

/** Shows the part. */
export function Panel({ title, children, actions }: PanelProps) {
  const id = useId();
  return (
    <section class="panel" aria-labelledby={id}>
      <header class="panel-head">
        <h2 id={id}>{title}</h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
