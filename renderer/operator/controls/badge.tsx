/**
 * A word in a colour, with an icon: colour alone never says anything.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import './controls.css';

/** The colours a badge may have: those of the outcomes, and three of state. */
export type Tone =
  | 'admitted'
  | 'referred'
  | 'refused'
  | 'declined'
  | 'not-verified'
  | 'fault'
  | 'act'
  | 'well'
  | 'notice'
  | 'bad'
  | 'plain';

export interface BadgeProps {
  readonly tone: Tone;
  readonly icon?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** Shows the badge. */
export function Badge({ tone, icon, children }: BadgeProps) {
  return (
    <span class={`badge tone-${tone}`}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
