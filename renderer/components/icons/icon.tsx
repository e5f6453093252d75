/**
 * The frame of one icon of our family: a 24 grid, a line of 2 with round ends, the colour of the text around it.
 * Runs in the faces.
 */
import type { ComponentChildren } from 'preact';

export interface IconProps {
  /** Width and height as a CSS length; as large as the text (`1em`) unless given. */
  readonly size?: string;
  readonly class?: string;
}

interface FrameProps extends IconProps {
  readonly children: ComponentChildren;
}

/** Draws an icon. It says nothing to a screen reader: the words beside it do. */
export function Icon({ size = '1em', class: className, children }: FrameProps) {
  return (
    <svg
      class={className === undefined ? 'icon' : `icon ${className}`}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
