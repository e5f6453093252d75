/**
 * The heading of a screen; it takes the focus when the screen appears, so that a listener hears where they are.
 * Runs in the face.
 */
import type { ComponentChildren } from 'preact';
import { useArrival } from './use-arrival.ts';

export interface HeadingProps {
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly lang?: string;
}

/** Shows the heading. */
export function Heading({ children, id, lang }: HeadingProps) {
  return (
    <h1 id={id} class="heading" lang={lang} tabIndex={-1} ref={useArrival<HTMLHeadingElement>()}>
      {children}
    </h1>
  );
}
