/**
 * Something that staff should know, or that has just been done; not a problem.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import { TickIcon } from '../../components/icons/icons.tsx';
import { InfoIcon } from '../icons/icons.tsx';
import './controls.css';

export interface NoteProps {
  /** `done` is said aloud at once. */
  readonly kind: 'info' | 'done' | 'notice';
  readonly children: ComponentChildren;
}

/** Shows the note. */
export function Note({ kind, children }: NoteProps) {
  return (
    <div class={`note note-${kind}`} role={kind === 'done' ? 'status' : undefined}>
      {kind === 'done' ? <TickIcon /> : <InfoIcon />}
      <div>{children}</div>
    </div>
  );
}
