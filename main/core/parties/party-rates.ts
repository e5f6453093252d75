/**
 * How often a party may call (generic cell rate algorithm): as many calls at once as its rate allows, then one whenever
 * its share of the time is over. By the monotonic clock and in memory: a restart forgives. Part of the core.
 */
import type { PartyRate } from '../../contract/public.ts';
import type { Clock } from '../ports.ts';

export interface PartyRates {
  /** Counts a call on a budget of this rate: 0, or how many milliseconds to wait; then it is not counted. */
  spend(budget: string, rate: PartyRate): number;
  /** Keeps the budgets of these names alone. */
  keep(isKept: (budget: string) => boolean): void;
}

/** Budgets that are remembered before those that are whole again are forgotten. */
const mostBudgets = 5_000;

/** Less than any clock can tell. */
const noTimeMs = 1e-6;

/** Builds it. */
export function buildPartyRates(clock: Pick<Clock, 'monotonic'>): PartyRates {
  /** When each budget is whole again. */
  const wholeAt = new Map<string, number>();
  return {
    spend(budget, { count, seconds }) {
      const windowMs = seconds * 1000;
      const shareMs = windowMs / count;
      const now = clock.monotonic();
      const next = Math.max(wholeAt.get(budget) ?? now, now) + shareMs;
      const waitMs = next - now - windowMs;
      if (waitMs > noTimeMs) {
        return Math.ceil(waitMs - noTimeMs);
      }
      if (wholeAt.size >= mostBudgets) {
        forgetWhole(wholeAt, now);
      }
      wholeAt.set(budget, next);
      return 0;
    },
    keep(isKept) {
      for (const budget of wholeAt.keys()) {
        if (!isKept(budget)) {
          wholeAt.delete(budget);
        }
      }
    },
  };
}

/** A budget that is whole again is as one that was never spent from. */
function forgetWhole(wholeAt: Map<string, number>, now: number): void {
  for (const [budget, whole] of wholeAt) {
    if (whole <= now) {
      wholeAt.delete(budget);
    }
  }
}
