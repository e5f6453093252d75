/**
 * The icons of what makes the terminal easier to use.
 * Runs in the faces.
 */
import { Icon, type IconProps } from './icon.tsx';

/** A screen whose lower part is full: all controls lower down. */
export function ReachIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="5" y="2" width="14" height="20" rx="2.5" />
      <path d="M12 5.5v5m-2.5-2.5 2.5 2.5 2.5-2.5M8.5 14.5h7M8.5 18h7" />
    </Icon>
  );
}

/** A small and a large letter: large text. */
export function LargeTextIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m2 19 3.75-9.5L9.5 19M3.4 15.75h4.7" />
      <path d="m10.5 19 5.5-14.5L21.5 19M12.6 14h6.8" />
    </Icon>
  );
}

/** A disc that is half full: strong colours. */
export function ContrastIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 2.5v19a9.5 9.5 0 0 0 0-19z" fill="currentColor" />
    </Icon>
  );
}

/** A loudspeaker that speaks: read aloud. */
export function AloudIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 9.5v5h4l5 4.5v-14l-5 4.5z" />
      <path d="M15.5 9a4.2 4.2 0 0 1 0 6M18.3 6.2a8.2 8.2 0 0 1 0 11.6" />
    </Icon>
  );
}
