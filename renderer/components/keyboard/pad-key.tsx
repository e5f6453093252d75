/**
 * One key of the number pad: a real button that acts when it is touched, not when it is left.
 * Runs in the faces.
 */
import type { ComponentChildren, TargetedMouseEvent, TargetedPointerEvent } from 'preact';

export interface PadKeyProps {
  /** The accessible name. */
  readonly name: string;
  /** A digit, a word, or an act shown by an icon. */
  readonly kind?: 'digit' | 'word' | 'act';
  readonly children: ComponentChildren;
  onPress(): void;
  /** The finger has left, or was taken away. */
  onRelease?(): void;
}

/** Shows the key. It never takes the focus from the field; a click without a pointer (assistive technology) works too. */
export function PadKey({ name, kind = 'digit', children, onPress, onRelease }: PadKeyProps) {
  const press = (event: TargetedPointerEvent<HTMLButtonElement>) => {
    event.preventDefault();
    if (event.button === 0) {
      onPress();
    }
  };
  const click = (event: TargetedMouseEvent<HTMLButtonElement>) => {
    if (event.detail === 0) {
      onPress();
      onRelease?.();
    }
  };
  return (
    <button
      type="button"
      class={`key key-${kind}`}
      tabIndex={-1}
      aria-label={name}
      onPointerDown={press}
      onPointerUp={onRelease}
      onPointerCancel={onRelease}
      onPointerLeave={onRelease}
      onClick={click}
    >
      {children}
    </button>
  );
}
