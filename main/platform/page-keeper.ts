/**
 * Keeps a page on a screen: what is gone, hangs or is white comes back on the start screen, and what crashes too often
 * gives way to the still page, which needs nothing that could crash. After a rest it is tried again, out of order at
 * first; it serves when it has lived for two minutes. Staff may return it to service earlier.
 * Runs in Node and in Electron's main process; it knows neither.
 */
import type { CancelTimer, Clock } from '../core/ports.ts';
import { buildCrashCount, withinMs } from './crash-count.ts';
import { startHeartbeat } from './heartbeat.ts';

/** How long the still page stands before the page is tried again, in milliseconds; twice as long each time, to an hour. */
const restMs = 600_000;
const longestRestMs = 3_600_000;

/** The still page itself has been lost: until it is shown again, in milliseconds. */
const stillAgainMs = 5_000;

/** A screen that shows one of two pages. Nothing here throws. */
export interface KeptScreen {
  /** Brings the page there anew, also where its process is gone. */
  show(page: 'kiosk' | 'still'): void;
  /** Asks the page whether it paints; may reject, and may never settle. */
  ask(): Promise<unknown>;
  /** Ends whatever runs the page; the keeper is told by `gone`. */
  end(): void;
}

export interface PageKeeperParts {
  readonly screen: KeptScreen;
  readonly clock: Pick<Clock, 'after' | 'monotonic'>;
  /** The page has crashed: nobody is before its visit any more. */
  onCrash(why: string): void;
  /** It has crashed too often: the still page stands. */
  onTooOften(): void;
  /** It has lived for two minutes since then. */
  onRecovered(): void;
}

export interface PageKeeper {
  /** What runs the page has ended, for this reason. */
  gone(why: string): void;
  /** The page hangs, as somebody else has noticed. */
  hangs(): void;
  /** The page is brought up anew, for a reason that is no crash; after a pause, too. */
  renew(): void;
  /** What the page needs is away for a while: the still page stands until `renew`. */
  pause(): void;
  /** Staff have returned the terminal to service. */
  returned(): void;
  /** Ends the keeping; the screen stays as it is. */
  close(): void;
}

/** Shows the page, and keeps it. */
export function keepPage({ screen, clock, onCrash, onTooOften, onRecovered }: PageKeeperParts): PageKeeper {
  const crashes = buildCrashCount();
  let page: 'kiosk' | 'still' = 'kiosk';
  let isTrial = false;
  let rest = restMs;
  let why: string | undefined;
  let endHeart: CancelTimer = () => {};
  let cancelTimer: CancelTimer = () => {};
  let closed = false;
  let paused = false;

  function showKiosk(): void {
    stopWaiting();
    page = 'kiosk';
    paused = false;
    why = undefined;
    screen.show('kiosk');
    endHeart = startHeartbeat({ ask: screen.ask, onSilent: () => end('it does not paint'), clock });
    if (isTrial) {
      cancelTimer = clock.after(withinMs, () => {
        isTrial = false;
        rest = restMs;
        crashes.clear();
        onRecovered();
      });
    }
  }

  function showStill(): void {
    stopWaiting();
    page = 'still';
    screen.show('still');
    cancelTimer = clock.after(rest, () => {
      rest = Math.min(rest * 2, longestRestMs);
      showKiosk();
    });
  }

  function stopWaiting(): void {
    endHeart();
    cancelTimer();
  }

  function end(because: string): void {
    endHeart();
    why = because;
    screen.end();
  }

  function bringBack(): void {
    // While it is on trial one crash is enough.
    if (crashes.note(clock.monotonic()) || isTrial) {
      isTrial = true;
      onTooOften();
      showStill();
    } else {
      showKiosk();
    }
  }

  function bringBackStill(): void {
    endHeart();
    // The rest goes on underneath; a still page that is lost again and again must not keep the machine busy.
    clock.after(stillAgainMs, () => !closed && page === 'still' && screen.show('still'));
  }

  showKiosk();
  return {
    gone(because) {
      if (closed) {
        return;
      }
      if (page === 'still') {
        bringBackStill();
        return;
      }
      stopWaiting();
      onCrash(why ?? because);
      bringBack();
    },
    hangs: () => void (!closed && page === 'kiosk' && why === undefined && end('it does not respond')),
    renew: () => void (!closed && (page === 'kiosk' || paused) && showKiosk()),
    pause() {
      if (!closed && page === 'kiosk') {
        stopWaiting();
        page = 'still';
        paused = true;
        screen.show('still');
      }
    },
    returned() {
      if (!closed && (page === 'still' || isTrial)) {
        isTrial = false;
        rest = restMs;
        crashes.clear();
        showKiosk();
      }
    },
    close() {
      closed = true;
      stopWaiting();
    },
  };
}
