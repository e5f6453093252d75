/**
 * Tokens of the pages outside the kiosk: whoever shows one is the caller that it was given out for. In memory only, and
 * as hashes: who reads the memory of tokens cannot show one. Part of the core.
 */
import type { Caller } from '../dispatch/caller.ts';
import type { CancelTimer, Clock, Random } from '../ports.ts';
import { sha256 } from '../tree/sha256.ts';

/** How long a page of a party may be left alone before its token is nobody's, in milliseconds. */
export const idleMs = 15 * 60_000;

/** So many pages of parties may be open at once, ... */
export const mostOpen = 2_000;

/** ... and so many of one party. */
export const mostOpenOfParty = 500;

/** A page asks once a minute whether the terminal is there: one that has been silent for longer may be closed for others. */
export const silentMs = 2 * 60_000;

/** A token that was given out. */
export interface EmbedToken {
  readonly token: string;
  /** From now on it is nobody's. */
  end(): void;
}

export interface EmbedTokens {
  /** Gives out a token of 256 random bits; it is this caller's for so many milliseconds. */
  issue(caller: Caller, validMs: number): EmbedToken;
  /**
   * Gives out a token to a page of a party; it is good until the page has been left alone for {@link idleMs}. Where there
   * is no room, the page that has been silent for longest makes it; undefined where none has.
   */
  open(caller: Caller & { readonly kind: 'embed' }): EmbedToken | undefined;
  /** Whose token this is; undefined for nobody's. To ask keeps the token of a page of a party alive. */
  callerOf(token: string): Caller | undefined;
  /** The pages of a party are nobody's any more. */
  endParty(partyId: string): void;
  /** Forgets all. */
  close(): void;
}

/** A token that ends by itself. */
interface Held {
  readonly caller: Caller;
  readonly until: number;
  readonly cancelTimer: CancelTimer;
}

/** A page of a party, and when it was last heard of. */
interface OpenPage {
  readonly caller: Caller;
  readonly heardAt: number;
}

type Time = Pick<Clock, 'after' | 'monotonic'>;

function keyOf(token: string): string {
  return Buffer.from(sha256(Buffer.from(token))).toString('hex');
}

/** Builds the register. */
export function buildEmbedTokens(clock: Time, random: Random): EmbedTokens {
  const held = buildHeld(clock);
  const pages = buildOpenPages(clock);
  const newToken = () => `pve_${Buffer.from(random.bytes(32)).toString('base64url')}`;
  return {
    issue(caller, validMs) {
      const token = newToken();
      const key = keyOf(token);
      held.add(key, caller, validMs);
      return { token, end: () => held.forget(key) };
    },
    open(caller) {
      if (!pages.makeRoom(caller.party?.id)) {
        return undefined;
      }
      const token = newToken();
      const key = keyOf(token);
      pages.add(key, caller);
      return { token, end: () => pages.forget(key) };
    },
    callerOf(token) {
      const key = keyOf(token);
      return held.callerOf(key) ?? pages.callerOf(key);
    },
    endParty: pages.endParty,
    close() {
      held.close();
      pages.close();
    },
  };
}

function buildHeld(clock: Time) {
  const held = new Map<string, Held>();
  const forget = (key: string) => {
    held.get(key)?.cancelTimer();
    held.delete(key);
  };
  return {
    forget,
    add(key: string, caller: Caller, validMs: number): void {
      const until = clock.monotonic() + validMs;
      held.set(key, { caller, until, cancelTimer: clock.after(validMs, () => forget(key)) });
    },
    callerOf(key: string): Caller | undefined {
      const found = held.get(key);
      // A timer may come late; the time is over all the same.
      return found !== undefined && clock.monotonic() < found.until ? found.caller : undefined;
    },
    close(): void {
      for (const key of held.keys()) {
        forget(key);
      }
    },
  };
}

/** The pages in the order in which they were last heard of: the one that was silent for longest comes first. */
function buildOpenPages(clock: Time) {
  const pages = new Map<string, OpenPage>();
  const isLost = ({ heardAt }: OpenPage) => clock.monotonic() - heardAt >= idleMs;
  const isSilent = ({ heardAt }: OpenPage) => clock.monotonic() - heardAt >= silentMs;
  /** Whether there are fewer than so many among these, after the most silent one has gone if need be. */
  const makeRoomAmong = (found: readonly (readonly [string, OpenPage])[], most: number): boolean => {
    const [first] = found;
    if (found.length < most || first === undefined) {
      return true;
    }
    return isSilent(first[1]) && pages.delete(first[0]);
  };
  const add = (key: string, caller: Caller) => {
    // Last, also where it stood before.
    pages.delete(key);
    pages.set(key, { caller, heardAt: clock.monotonic() });
  };
  return {
    add,
    forget: (key: string) => pages.delete(key),
    makeRoom(partyId: string | undefined): boolean {
      for (const [key, page] of pages) {
        if (!isLost(page)) {
          break;
        }
        pages.delete(key);
      }
      const all = Array.from(pages);
      const theirs = all.filter(([, { caller }]) => caller.party?.id === partyId);
      return makeRoomAmong(theirs, mostOpenOfParty) && makeRoomAmong(Array.from(pages), mostOpen);
    },
    callerOf(key: string): Caller | undefined {
      const page = pages.get(key);
      if (page === undefined || isLost(page)) {
        pages.delete(key);
        return undefined;
      }
      add(key, page.caller);
      return page.caller;
    },
    endParty(partyId: string): void {
      for (const [key, { caller }] of pages) {
        if (caller.party?.id === partyId) {
          pages.delete(key);
        }
      }
    },
    close: () => pages.clear(),
  };
}
