/** The operations on parties, and who a credential belongs to. Part of the core. */
import { problem } from '../../contract/public.ts';
import type { Caller } from '../dispatch/caller.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export type PartyHandlers = Pick<Handlers, 'party.add' | 'party.list' | 'party.rotate' | 'party.remove'>;

/** What hosts ask about other systems before they call an operation. */
export interface PartyDoor {
  /** Who shows this key of the API, or this token of an embedded page; undefined for nobody. */
  callerOf(credential: string): Caller | undefined;
  /** The origins whose pages may embed ours for this party; undefined where there is no such party. */
  originsOf(partyId: string): readonly string[] | undefined;
  /** Whether some party has this origin: what a browser may be told before it shows its credential. */
  isKnownOrigin(origin: string): boolean;
}

export interface Parties {
  readonly handlers: PartyHandlers;
  readonly door: PartyDoor;
}

/** Builds both. */
export function buildParties(): Parties {
  const off = () => problem('not-found');
  return {
    handlers: { 'party.add': off, 'party.list': off, 'party.rotate': off, 'party.remove': off },
    door: { callerOf: () => undefined, originsOf: () => undefined, isKnownOrigin: () => false },
  };
}
