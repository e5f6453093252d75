/**
 * How many codes one number may be sent (E4). The counter is on the disk before the upstream is asked, and it is
 * kept under a keyed hash: every mobile number can be found from a plain one.
 */
import type { Settings } from '../config/settings.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import { buildKeyedHash } from '../entry-log/keyed-hash.ts';
import type { Clock } from '../ports.ts';
import { deleteOld, deleteSend, insertSend } from './limits-sql.ts';
import { openSentCodes } from './sent-codes.ts';
import { waitForRoom } from './window.ts';

const tenMinutesMs = 10 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** What no window reaches any more is looked for this often at most, when a code is counted. */
const sweepEveryMs = 60_000;

/** One code that may be on its way. */
export interface CountedSend {
  /** Takes it back, when it is known that no code was sent. */
  takeBack(): void;
}

export interface CodeLimits {
  /** Counts a code for this number, or says how many milliseconds to wait for the next. */
  count(mobileNumber: string): { readonly waitMs: number } | CountedSend;
  /** An outer transaction that codes were counted in came to nothing: what is on the disk counts. */
  reload(): void;
}

/** Builds the counter over an open database, which nobody else writes; `siteKey` is the key of the site, 32 bytes. */
export function buildCodeLimits(parts: {
  readonly database: WriteDatabase;
  readonly limits: Settings['limits'];
  readonly siteKey: Uint8Array;
  readonly clock: Clock;
}): CodeLimits {
  const { database, limits, clock } = parts;
  const keyedHash = buildKeyedHash(parts.siteKey);
  const { per10Minutes, perDay } = limits.perNumber;
  const sent = openSentCodes(database);
  let sweptAt = Number.NEGATIVE_INFINITY;
  const sweep = (now: number): void => {
    if (Math.abs(now - sweptAt) >= sweepEveryMs) {
      deleteOld(database, now - dayMs, now - limits.upstream.seconds * 1000);
      sent.forget(now - dayMs);
      sweptAt = now;
    }
  };
  return {
    count(mobileNumber) {
      const now = clock.now();
      const ref = keyedHash(`codes:${mobileNumber}`);
      const counted = sent.of(ref).map(({ at }) => ({ at, count: 1 }));
      const waitMs = Math.max(
        waitForRoom(counted, now, tenMinutesMs, per10Minutes, 1),
        waitForRoom(counted, now, dayMs, perDay, 1),
      );
      if (waitMs > 0) {
        return { waitMs };
      }
      sweep(now);
      const send = { id: insertSend(database, ref, now), at: now };
      sent.add(ref, send);
      return {
        takeBack: () => {
          transaction(database, () => deleteSend(database, send.id));
          sent.remove(ref, send);
        },
      };
    },
    reload: sent.reload,
  };
}
