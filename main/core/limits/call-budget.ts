/**
 * How many calls this terminal may make to the upstream in its window, counted on the disk (E4).
 * A visit sets its calls aside when it begins: a visitor who has been sent a code is never stopped for want of a
 * call. A retry may use a call that another visit has set aside; that visit then counts one more.
 */
import type { Settings } from '../config/settings.ts';
import { transaction, type WriteDatabase } from '../db/database.ts';
import type { Clock } from '../ports.ts';
import { addCalls, selectCalls, sumCalls, takeBackCalls } from './limits-sql.ts';
import { waitForRoom } from './window.ts';

/** One visit: a code asked for, a code checked, a status read. */
export const callsOfVisit = 3;

/** The calls of one visit. */
export interface SetAside {
  /** Gives back so many calls that the visit will not make any more. */
  release(calls: number): void;
}

export interface CallBudget {
  /** Sets aside the calls of a visit, or says how many milliseconds to wait. */
  reserve(): { readonly waitMs: number } | SetAside;
  /** Takes one call; answers 0, or the milliseconds to wait. The upstream client asks before every call. */
  spend(): number;
}

/** Builds the budget over an open database. */
export function buildCallBudget(parts: {
  readonly database: WriteDatabase;
  readonly limits: Settings['limits'];
  readonly clock: Clock;
}): CallBudget {
  const { database, clock } = parts;
  const { calls: limit, seconds } = parts.limits.upstream;
  const windowMs = seconds * 1000;
  let setAside = 0;

  const readCalls = (since: number) => selectCalls(database, since).map(({ at, calls }) => ({ at, count: calls }));

  /** Counts calls now, or answers how long to wait. A second is the unit, so that the window has few rows. */
  const take = (calls: number): { readonly waitMs: number; readonly at: number } => {
    const now = clock.now();
    const at = Math.floor(now / 1000) * 1000;
    const fits = sumCalls(database, now - windowMs) + calls <= limit;
    const waitMs = fits ? 0 : waitForRoom(readCalls(now - windowMs), now, windowMs, limit, calls);
    if (waitMs === 0) {
      addCalls(database, at, calls);
    }
    return { waitMs, at };
  };

  return {
    reserve() {
      const { waitMs, at } = take(callsOfVisit);
      if (waitMs > 0) {
        return { waitMs };
      }
      setAside += callsOfVisit;
      return {
        release(calls) {
          const given = Math.min(calls, setAside);
          if (given > 0) {
            setAside -= given;
            transaction(database, () => takeBackCalls(database, at, given));
          }
        },
      };
    },
    spend() {
      if (setAside > 0) {
        setAside -= 1;
        return 0;
      }
      return take(1).waitMs;
    },
  };
}
