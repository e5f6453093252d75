/**
 * The icons of the keys for whoever has the screen read aloud.
 * Runs in the faces.
 */
import { Icon, type IconProps } from './icon.tsx';

const speaker = 'M3 9.5v5h4l5 4.5v-14l-5 4.5z';

/** A square: stop reading. */
export function StopIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="5" y="5" width="14" height="14" rx="2" />
    </Icon>
  );
}

/** A loudspeaker and a minus. */
export function QuieterIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d={speaker} />
      <path d="M15.5 12h6" />
    </Icon>
  );
}

/** A loudspeaker and a plus. */
export function LouderIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d={speaker} />
      <path d="M15.5 12h6m-3-3v6" />
    </Icon>
  );
}

/** Digits in a bubble of speech. */
export function DigitsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4 3.5h16a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5h-9L6 21v-4.5H4A1.5 1.5 0 0 1 2.5 15V5A1.5 1.5 0 0 1 4 3.5z" />
      <path d="m7 8.2 1.6-1.2v6M12.5 8a1.6 1.6 0 0 1 3.2.3c0 1.4-3.2 2.6-3.2 4.7h3.4" />
    </Icon>
  );
}
