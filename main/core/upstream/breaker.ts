/**
 * The circuit breaker: after several faults in a row the upstream is left alone for a while, and visitors are told at
 * once instead of waiting for nothing.
 * Part of the core.
 */
import type { Clock } from '../ports.ts';

/** Faults in a row that open it. */
const faultsToOpen = 5;

/** How long it stays open at first; each failed trial doubles it. Milliseconds. */
const firstOpenMs = 15_000;
const longestOpenMs = 120_000;

/** What a call without a pass is told while the one trial call is under way. */
const trialWaitMs = 1_000;

/** What came of a call: `neither` is for what says nothing of the upstream, as a visitor who leaves. */
export type Verdict = 'well' | 'fault' | 'neither';

/** Leave for one call; it is handed back with what came of it. */
export interface Pass {
  end(verdict: Verdict): void;
}

export interface Breaker {
  /** Leave for a call, or how many milliseconds to wait. Nothing else may come between this and `end`. */
  enter(): Pass | { readonly waitMs: number };
  /** Whether the upstream is held to be down. */
  isOpen(): boolean;
  /** How long until the next trial call may be made, in milliseconds. */
  waitMs(): number;
}

/** Builds a closed one. It sets no timers: time passes only when somebody asks. */
export function buildBreaker(clock: Clock): Breaker {
  let faults = 0;
  let openMs = 0;
  let trialAt = 0;
  let trialUnderWay = false;
  // A call that went out before a turn must not count after it: a late fault would open a breaker that just closed.
  let turn = 0;

  const open = (milliseconds: number): void => {
    openMs = Math.min(milliseconds, longestOpenMs);
    trialAt = clock.monotonic() + openMs;
    turn += 1;
  };
  const close = (): void => {
    openMs = 0;
    faults = 0;
    turn += 1;
  };
  const waitMs = (): number => (openMs === 0 ? 0 : Math.max(0, Math.ceil(trialAt - clock.monotonic())));

  const endTrial = (verdict: Verdict): void => {
    trialUnderWay = false;
    if (verdict === 'well') {
      close();
    } else if (verdict === 'fault') {
      open(openMs * 2);
    }
  };
  const endOrdinary = (verdict: Verdict): void => {
    if (verdict === 'well') {
      faults = 0;
    } else if (verdict === 'fault') {
      faults += 1;
      if (faults >= faultsToOpen) {
        open(firstOpenMs);
      }
    }
  };
  const buildPass = (trial: boolean): Pass => {
    const issued = turn;
    return {
      end: (verdict) => {
        if (issued === turn) {
          (trial ? endTrial : endOrdinary)(verdict);
        }
      },
    };
  };

  return {
    enter: () => {
      if (openMs === 0) {
        return buildPass(false);
      }
      if (waitMs() > 0 || trialUnderWay) {
        return { waitMs: Math.max(waitMs(), trialWaitMs) };
      }
      trialUnderWay = true;
      return buildPass(true);
    },
    isOpen: () => openMs > 0,
    waitMs,
  };
}
