/**
 * The heartbeat of a page, as its host feels it: the host asks, and the page answers when it has painted twice. So a page
 * that is gone, hangs or is white is told from one that is only quiet, and the page itself needs no code for it.
 * Runs in Node and in Electron's main process.
 */
import type { Clock } from '../core/ports.ts';

/** What a page answers. */
export type Beat = 'painted' | 'hidden' | 'loading' | 'blank';

/**
 * The question, as the page evaluates it. Two frames are asked for, because the first may have been under way already.
 * A page that nobody can see paints nothing, and that is no fault. `face` and `desk` are the roots of our pages.
 */
export const beatQuestion = `new Promise((answer) => {
  const look = () => {
    const root = document.getElementById('face') ?? document.getElementById('desk');
    const seen = { opacityProperty: true, visibilityProperty: true };
    const parts = root === null ? [] : [...root.children];
    return parts.some((part) => part.checkVisibility(seen) && part.getBoundingClientRect().height > 0);
  };
  if (document.readyState !== 'complete') {
    answer('loading');
  } else if (document.hidden) {
    answer('hidden');
  } else {
    requestAnimationFrame(() => requestAnimationFrame(() => answer(look() ? 'painted' : 'blank')));
  }
})`;

/** The host looks this often, in milliseconds. A host that is busy itself looks later and holds nothing against the page. */
export const lookMs = 250;

/** A page that has painted is asked at every second look, any other at each. The first is given up after so many looks. */
const looksBetween = 2;
const patience = 8;

/** A page that is being loaded has this many looks until it paints. */
const loadingPatience = 80;

export interface HeartbeatParts {
  /** Asks the page {@link beatQuestion}; may reject, and may never settle. */
  ask(): Promise<unknown>;
  /** Called once: the page is not on the screen any more, or never came. The heartbeat has ended then. */
  onSilent(): void;
  readonly clock: Pick<Clock, 'after'>;
}

/** Begins to ask a page that is being loaded. @returns ends it */
export function startHeartbeat({ ask, onSilent, clock }: HeartbeatParts): () => void {
  let shown = false;
  let quiet = 0;
  let looks = 0;
  let cancel = () => {};

  function hear(beat: unknown): void {
    if (beat === 'painted' || beat === 'hidden') {
      shown = true;
      quiet = 0;
    } else if (beat === 'loading' && shown) {
      // It goes to another page of ours, which may take its time again, but once.
      shown = false;
      quiet = 0;
    }
  }

  function look(): void {
    quiet += 1;
    looks += 1;
    if (quiet > (shown ? patience : loadingPatience)) {
      onSilent();
      return;
    }
    if (!shown || looks % looksBetween === 0) {
      // A page that goes away while it is asked may reject or say nothing for good; the next question is another one.
      ask().then(hear, () => {});
    }
    cancel = clock.after(lookMs, look);
  }

  cancel = clock.after(lookMs, look);
  return () => cancel();
}
