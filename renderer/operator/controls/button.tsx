/**
 * The buttons of the desk: a few weights, quiet by default.
 * Runs in the operator face.
 */
import type { ComponentChildren, Ref } from 'preact';
import './controls.css';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** `primary` leads on, `plain` is one of several, `quiet` leads aside, `danger` cannot be undone. */
  readonly weight?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: ComponentChildren;
  /** `submit` presses through the form around it, so that Enter does the same. */
  readonly type?: 'button' | 'submit';
  /** Cannot be used now; it keeps its place in the order of focus and says so. */
  readonly waits?: boolean;
  /** For one of several that are chosen among. */
  readonly pressed?: boolean;
  readonly describedBy?: string | undefined;
  /** For a button that shows an icon alone. */
  readonly label?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onPress?: () => void;
}

/** Shows a button. */
export function Button(props: ButtonProps) {
  const { children, weight = 'plain', icon, type = 'button', waits = false, onPress } = props;
  const press = (event: MouseEvent) => {
    if (waits) {
      event.preventDefault();
      return;
    }
    onPress?.();
  };
  return (
    <button
      ref={props.buttonRef ?? null}
      type={type}
      class={`btn btn-${weight}`}
      aria-disabled={waits ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-describedby={props.describedBy}
      aria-label={props.label}
      onClick={press}
    >
      {icon}
      {children}
    </button>
  );
}
