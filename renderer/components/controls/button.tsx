/**
 * The buttons of the faces: a few weights, each large enough for a shaking finger.
 * Runs in the face.
 */
import type { ComponentChildren } from 'preact';
import './controls.css';

export interface ButtonProps {
  readonly children: ComponentChildren;
  /** `primary` leads on, `plain` is a choice among equals, `quiet` leads aside. */
  readonly weight?: 'primary' | 'plain' | 'quiet';
  readonly size?: 'usual' | 'large' | 'huge';
  readonly icon?: ComponentChildren;
  /** Cannot be used now; it keeps its place in the order of focus and says so. */
  readonly waits?: boolean;
  readonly pressed?: boolean;
  readonly lang?: string;
  readonly describedBy?: string;
  /** Its name, where it shows nothing but a picture. */
  readonly label?: string;
  /** A class besides those of its weight and size. */
  readonly class?: string;
  readonly expanded?: boolean;
  onPress(): void;
}

/**
 * Shows a button. The second click of a double touch is not another press: it would hit whatever the first one brought.
 */
export function Button(props: ButtonProps) {
  const { children, weight = 'plain', size = 'usual', icon, waits = false, onPress } = props;
  const press = (event: MouseEvent) => {
    if (!waits && event.detail < 2) {
      onPress();
    }
  };
  return (
    <button
      type="button"
      class={`button button-${weight} button-${size} ${props.class ?? ''}`.trimEnd()}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-disabled={waits ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-describedby={props.describedBy}
      lang={props.lang}
      onClick={press}
    >
      {icon}
      <span class="button-text">{children}</span>
    </button>
  );
}
