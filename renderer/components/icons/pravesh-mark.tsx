/**
 * The mark of Pravesh: a door that stands open, and the light that falls through it.
 * Runs in the faces.
 */

export interface PraveshMarkProps {
  /** Width and height as a CSS length. */
  readonly size?: string;
}

/** Draws the mark in the colour of the text around it; the light is the same colour, thinner. */
export function PraveshMark({ size = '1em' }: PraveshMarkProps) {
  return (
    <svg
      class="pravesh-mark"
      viewBox="0 0 48 48"
      width={size}
      height={size}
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      <path opacity="0.3" d="M13 43V17a11 11 0 0 1 22 0v26l8 5H5z" />
      <path d="M9 43V17a15 15 0 0 1 30 0v26h-4V17a11 11 0 0 0-22 0v26z" />
      <path d="M12 18.5 24 12v31.5L12 47z" />
    </svg>
  );
}
