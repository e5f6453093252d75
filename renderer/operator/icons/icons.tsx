/**
 * The icons of the desk, of the same family as those of the kiosk. They stand apart so that the kiosk does not carry them.
 * Runs in the operator face.
 */
import { Icon, type IconProps } from '../../components/icons/icon.tsx';

/** Today: bars on a line. */
export function TodayIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 20.5h18M6.5 17v-5M12 17V4.5M17.5 17V9" />
    </Icon>
  );
}

/** Entries: lines of a list. */
export function EntriesIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M8.5 6h12M8.5 12h12M8.5 18h12M4 6v.05M4 12v.05M4 18v.05" />
    </Icon>
  );
}

/** By hand: a pen over a line. */
export function ByHandIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4 16.5 15.5 5a2.5 2.5 0 0 1 3.5 3.5L7.5 20H4z" />
      <path d="M13 20.5h8M13.5 7l3.5 3.5" />
    </Icon>
  );
}

/** People inside: two people. */
export function InsideIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20v-.5a6.5 6.5 0 0 1 13 0v.5M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.3v.5" />
    </Icon>
  );
}

/** Systems: two boxes with a way between them. */
export function SystemsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3 3.5h8v7H3zM13 13.5h8v7h-8zM7 10.5V17h6M17 13.5V7h-6" />
    </Icon>
  );
}

/** Passes: a card with a code on it. */
export function PassIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M3.5 3.5h6v6h-6zM14.5 3.5h6v6h-6zM3.5 14.5h6v6h-6zM14.5 14.5v.05M20.5 14.5v2.5M14.5 20.5h2.5M20.5 20.5v.05M17.5 17.5v.05" />
    </Icon>
  );
}

/** Roster: a card with a person on it. */
export function RosterIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="2.5" y="4.5" width="19" height="15" rx="2.5" />
      <circle cx="8.5" cy="10" r="2" />
      <path d="M5.5 16a3 3 0 0 1 6 0M14.5 9.5h4M14.5 13.5h4" />
    </Icon>
  );
}

/** Export: out of a box, upwards. */
export function ExportIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M12 15V3.5m-4.5 4 4.5-4 4.5 4M4 13.5v5A2.5 2.5 0 0 0 6.5 21h11a2.5 2.5 0 0 0 2.5-2.5v-5" />
    </Icon>
  );
}

/** The terminal: a screen on a foot. */
export function TerminalIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <rect x="3" y="3.5" width="18" height="13" rx="2" />
      <path d="M12 16.5v4M8 20.5h8" />
    </Icon>
  );
}

/** Operators: a key. */
export function OperatorsIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="7.5" cy="15.5" r="4.5" />
      <path d="M10.8 12.2 20 3m-4.5 4.5 3 3" />
    </Icon>
  );
}

/** Add: a plus. */
export function AddIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M12 5v14M5 12h14" />
    </Icon>
  );
}

export function PrintIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M7 8V3h10v5M7 17H4.5A2 2 0 0 1 2.5 15v-5a2 2 0 0 1 2-2h15a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H17" />
      <path d="M7 14h10v7H7z" />
    </Icon>
  );
}

export function SearchIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5.5 5.5" />
    </Icon>
  );
}

/** A hint that is no problem: an "i" in a circle. */
export function InfoIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 11v5.5M12 7.4v.05" />
    </Icon>
  );
}

/** Something is under way: three points. */
export function MoreIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M5 12v.05M12 12v.05M19 12v.05" />
    </Icon>
  );
}

/** Declined: a hand that stops. */
export function DeclinedIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9.5" />
      <path d="M7.5 12h9" />
    </Icon>
  );
}

/** Not verified: a question in a circle that is not closed. */
export function NotVerifiedIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="M4.5 6.2A9.5 9.5 0 1 0 8 3.4" />
      <path d="M9.3 9.5a2.7 2.7 0 1 1 4 2.4c-.9.5-1.3 1-1.3 1.9M12 16.9v.05" />
    </Icon>
  );
}

/** An act of staff or of the terminal: a cog made plain. */
export function ActIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="3.25" />
      <path d="M12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5M5.3 5.3l2.4 2.4M16.3 16.3l2.4 2.4M18.7 5.3l-2.4 2.4M7.7 16.3l-2.4 2.4" />
    </Icon>
  );
}

/** Back a step, forth a step. */
export function EarlierIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m15 5-7 7 7 7" />
    </Icon>
  );
}

export function LaterIcon(props: IconProps) {
  return (
    <Icon {...props}>
      <path d="m9 5 7 7-7 7" />
    </Icon>
  );
}
