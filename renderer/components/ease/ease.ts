/**
 * What makes the terminal easier for one visitor: all controls lower down, large text, strong colours. Each is one touch
 * away on every screen, and none outlives the visit: the next person finds the terminal as the venue set it up.
 * Runs in the face. The style sheets read the choices from the root element (`data-ease`).
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { FaceClock } from '../../store/clock.ts';
import type { FaceStore } from '../../store/face-store.ts';

/** `reach` is for somebody who sits or cannot lift an arm: it does something on tall screens only. */
export const aids = ['reach', 'large', 'contrast'] as const;
export type Aid = (typeof aids)[number];

/** Chosen on the start screen and then left alone: so long it stays, in milliseconds. */
const unusedMs = 60_000;

export interface Ease {
  readonly chosen: ReadonlySignal<ReadonlySet<Aid>>;
  readonly turn: (aid: Aid) => void;
}

/**
 * Follows the visits of a store.
 * @param root where the choices are written for the style sheets
 */
export function createEase(store: Pick<FaceStore, 'screen'>, clock: Pick<FaceClock, 'after'>, root: HTMLElement): Ease {
  const chosen = signal<ReadonlySet<Aid>>(new Set());
  let cancel = () => {};
  const forget = () => {
    chosen.value = new Set();
  };
  const isStart = () => store.screen.peek().name === 'start';
  const forgetLater = () => {
    cancel();
    cancel = clock.after(unusedMs, () => {
      if (isStart()) {
        forget();
      }
    });
  };
  let wasUnderWay = false;
  effect(() => {
    const isUnderWay = store.screen.value.name !== 'start';
    if (wasUnderWay && !isUnderWay) {
      forget();
    }
    wasUnderWay = isUnderWay;
  });
  effect(() => {
    root.dataset.ease = Array.from(chosen.value).join(' ');
  });
  return {
    chosen,
    turn(aid) {
      const next = new Set(chosen.peek());
      if (!next.delete(aid)) {
        next.add(aid);
      }
      chosen.value = next;
      forgetLater();
    },
  };
}
