/**
 * The icons of the faces, all drawn for this product: what ends a visit, what a screen offers, what is on a key.
 * Runs in the faces.
 */
import { Icon, type IconProps } from './icon.tsx';

/** Admitted: a tick in a circle. */
export function AdmittedIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="m7.5 12.4 3.1 3.1 6-6.6" />
    </Icon>
  );
}

/** Referred: a person behind a desk. */
export function ReferredIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="6" r="3.25" />
      <path d="M6 16v-.5a6 6 0 0 1 12 0v.5" />
      <path d="M2.5 16.25h19M5 16.25v5M19 16.25v5" />
    </Icon>
  );
}

/** Refused: a cross in an eight-sided sign, so that its outline differs from the circle of "admitted". */
export function RefusedIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M8.2 2.5h7.6l5.7 5.7v7.6l-5.7 5.7H8.2l-5.7-5.7V8.2z" />
      <path d="m8.75 8.75 6.5 6.5m0-6.5-6.5 6.5" />
    </Icon>
  );
}

/** A technical fault: a triangle with an exclamation mark. */
export function FaultIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M10.5 3.9 2.2 18.2a1.75 1.75 0 0 0 1.5 2.6h16.6a1.75 1.75 0 0 0 1.5-2.6L13.5 3.9a1.75 1.75 0 0 0-3 0z" />
      <path d="M12 9.25v4.5M12 17.2v.05" />
    </Icon>
  );
}

/** A tick alone: a box that is ticked, a field that is right. */
export function TickIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m4.5 12.8 5 5L19.5 7" />
    </Icon>
  );
}

/** A cross alone: cancel, close. */
export function CloseIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m5.5 5.5 13 13m0-13-13 13" />
    </Icon>
  );
}

export function BackIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M20 12H4.5m6.5-7-7 7 7 7" />
    </Icon>
  );
}

export function NextIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4 12h15.5M13 5l7 7-7 7" />
    </Icon>
  );
}

/** A globe: the choice of language. */
export function LanguageIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M2.5 12h19M12 2.5c2.6 2.6 4 5.8 4 9.5s-1.4 6.9-4 9.5c-2.6-2.6-4-5.8-4-9.5s1.4-6.9 4-9.5z" />
    </Icon>
  );
}

/** A person with a word to say: help from a human. */
export function HelpIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="8.5" cy="9.5" r="3.5" />
      <path d="M2 21v-.5a6.5 6.5 0 0 1 13 0v.5" />
      <path d="M15.75 4.6a2.5 2.5 0 1 1 3.6 2.3c-.7.35-1.1.8-1.1 1.6M18.25 11.7v.05" />
    </Icon>
  );
}

/** A mobile phone. */
export function PhoneIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="6" y="2" width="12" height="20" rx="2.5" />
      <path d="M11 18.5h2" />
    </Icon>
  );
}

/** A text message. */
export function MessageIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M5 3.5h14a2.5 2.5 0 0 1 2.5 2.5v9a2.5 2.5 0 0 1-2.5 2.5h-7L7 21.5v-4H5A2.5 2.5 0 0 1 2.5 15V6A2.5 2.5 0 0 1 5 3.5z" />
      <path d="M7.5 8.5h9M7.5 12.5h5.5" />
    </Icon>
  );
}

/** A shield with a keyhole: privacy. */
export function PrivacyIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M12 2.2 20 5v6.2c0 4.9-3.2 8.8-8 10.6-4.8-1.8-8-5.7-8-10.6V5z" />
      <circle cx="12" cy="10.5" r="1.75" />
      <path d="M12 12.5v3.25" />
    </Icon>
  );
}

export function LockIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="4" y="10.5" width="16" height="11" rx="2.5" />
      <path d="M7.5 10.5V7a4.5 4.5 0 0 1 9 0v3.5M12 15v2.5" />
    </Icon>
  );
}

export function ClockIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 6.5V12l3.75 2.5" />
    </Icon>
  );
}

/** An arrow that goes round: send again, try again. */
export function AgainIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M20.5 3.5V9H15" />
      <path d="M20 9a8.75 8.75 0 1 0 .6 4.5" />
    </Icon>
  );
}

export function KeyboardIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2" y="5" width="20" height="14" rx="2.5" />
      <path d="M6 9.25v.05M10 9.25v.05M14 9.25v.05M18 9.25v.05M6 12.5v.05M10 12.5v.05M14 12.5v.05M18 12.5v.05M8 15.75h8" />
    </Icon>
  );
}

export function BackspaceIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M8.6 4.5H19.5A2.5 2.5 0 0 1 22 7v10a2.5 2.5 0 0 1-2.5 2.5H8.6a2.5 2.5 0 0 1-1.9-.9L1.8 12l4.9-6.6a2.5 2.5 0 0 1 1.9-.9z" />
      <path d="m11.5 9 6 6m0-6-6 6" />
    </Icon>
  );
}

/** An arrow upwards with a body: capital letters. */
export function ShiftIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M12 3.5 3.5 12.5H8v7.5h8v-7.5h4.5z" />
    </Icon>
  );
}

/** A visitor. */
export function PersonIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="7.5" r="4.5" />
      <path d="M3.5 21.5V21a8.5 8.5 0 0 1 17 0v.5" />
    </Icon>
  );
}
