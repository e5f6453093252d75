/**
 * Tokens of the pages outside the kiosk: whoever shows one is the caller that it was given out for. In memory only, and
 * as hashes: who reads the memory of tokens cannot show one. Part of the core.
 */
import type { Caller } from '../dispatch/caller.ts';
import type { CancelTimer, Clock, Random } from '../ports.ts';
import { sha256 } from '../tree/sha256.ts';

/** A token that was given out. */
export interface EmbedToken {
  readonly token: string;
  /** From now on it is nobody's. */
  end(): void;
}

export interface EmbedTokens {
  /** Gives out a token of 256 random bits; it is this caller's for so many milliseconds. */
  issue(caller: Caller, validMs: number): EmbedToken;
  /** Whose token this is; undefined for nobody's. */
  callerOf(token: string): Caller | undefined;
  /** Forgets all. */
  close(): void;
}

interface Held {
  readonly caller: Caller;
  readonly until: number;
  readonly cancelTimer: CancelTimer;
}

/** Builds the register. */
export function buildEmbedTokens(clock: Pick<Clock, 'after' | 'monotonic'>, random: Random): EmbedTokens {
  const held = new Map<string, Held>();
  const keyOf = (token: string) => Buffer.from(sha256(Buffer.from(token))).toString('hex');
  const forget = (key: string) => {
    held.get(key)?.cancelTimer();
    held.delete(key);
  };
  return {
    issue(caller, validMs) {
      const token = `pve_${Buffer.from(random.bytes(32)).toString('base64url')}`;
      const key = keyOf(token);
      const until = clock.monotonic() + validMs;
      held.set(key, { caller, until, cancelTimer: clock.after(validMs, () => forget(key)) });
      return { token, end: () => forget(key) };
    },
    callerOf(token) {
      const found = held.get(keyOf(token));
      // A timer may come late; the time is over all the same.
      return found !== undefined && clock.monotonic() < found.until ? found.caller : undefined;
    },
    close() {
      for (const key of held.keys()) {
        forget(key);
      }
    },
  };
}
