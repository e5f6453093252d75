/** Who is calling, as the host has established it, and what follows from it. */
import type { CallerKind, OperatorRole } from '../../contract/public.ts';
import type { Channel } from '../entry-log/entry.ts';

/** `id` tells callers of one kind apart; it is never logged. */
export interface Caller {
  readonly kind: CallerKind;
  readonly id: string;
  /**
   * Comes through the door in the data folder, so it is of the account that the kiosk runs under: where that account
   * could write by itself, it may have the kiosk write.
   */
  readonly local?: true;
  /** The system behind a caller of the kinds `party` and `embed`; the core sets it, never a host. */
  readonly party?: CallerParty;
  /** A visitor's own phone that a kiosk has invited: its holder stands at this terminal. The core sets it, never a host. */
  readonly atTerminal?: true;
  /** Who has unlocked; the core sets it, never a host. */
  readonly operator?: UnlockedOperator;
}

/** The system that a person is verified for. */
export interface CallerParty {
  readonly id: string;
  /** How it is called: the notice names it as one that is told the decision. */
  readonly name?: string;
  /** For which purposes it may verify. */
  readonly purposes: readonly string[];
  /** What the embedding page gave when it began. */
  readonly nonce?: string;
}

/** An operator whose page is open. */
export interface UnlockedOperator {
  /** As it stands in the log. */
  readonly id: string;
  readonly name: string;
  readonly role: OperatorRole;
}

/** Whether this caller may do what is for managers alone. */
export function isManager(caller: Caller): boolean {
  return caller.local === true || caller.operator?.role === 'manager';
}

/** The identifier that a row of the log carries for this caller; `local` for the account that the kiosk runs under. */
export function operatorOf(caller: Caller): string | undefined {
  return caller.operator?.id ?? (caller.local === true ? 'local' : undefined);
}

/** Who stands in the row of what this caller does. */
export function actorOf(caller: Caller): string {
  return operatorOf(caller) ?? caller.kind;
}

/** What the log calls the way a visit came in. */
export function channelOf(caller: Caller): Channel {
  switch (caller.kind) {
    case 'kiosk':
    case 'public':
      return 'kiosk';
    case 'embed':
      return 'embed';
    case 'party':
      return 'api';
    case 'operator':
      return 'operator';
  }
}

/** Whose verifications these are. */
export function ownerOf(caller: Caller): string {
  return `${caller.kind}:${caller.id}`;
}
