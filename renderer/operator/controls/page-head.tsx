/**
 * The head of a page: its title, and what can be done on the whole of it.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import { useArrival } from '../../components/controls/use-arrival.ts';
import './controls.css';

export interface PageHeadProps {
  readonly title: string;
  /** A sentence on what the page is for, where the title does not say it. */
  readonly intro?: string;
  /** Buttons and fields at its end. */
  readonly children?: ComponentChildren;
}

/** Shows the head; the title takes the focus when the page appears, so that a listener hears where they are. */
export function PageHead({ title, intro, children }: PageHeadProps) {
  return (
    <header class="page-head">
      <div class="page-title">
        <h1 tabIndex={-1} ref={useArrival<HTMLHeadingElement>()}>
          {title}
        </h1>
        {intro === undefined ? null : <p class="page-intro">{intro}</p>}
      </div>
      {children === undefined ? null : <div class="page-actions">{children}</div>}
    </header>
  );
}
