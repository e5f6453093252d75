/**
 * A program that had crashed too often is out of order until it has lived for two minutes, and then serves by itself.
 * Runs in Node and in Electron's main process.
 */
import type { Clock } from '../core/ports.ts';
import { withinMs } from './crash-count.ts';

/** What is asked of the kiosk. */
export interface TriedKiosk {
  reportCrashes(): void;
  crashesOver(): void;
  noteCrash(): void;
}

/**
 * Notes the crash that came before this start, and puts a kiosk on trial where it must be: it crashed too often just now, or was on trial when it ended.
 * @returns ends the trial without a verdict
 */
export function holdOnTrial(
  kiosk: TriedKiosk,
  crashed: { readonly crashed: boolean; readonly tooOften: boolean; readonly wasOnTrial: boolean },
  clock: Pick<Clock, 'after'>,
): () => void {
  if (crashed.crashed) {
    kiosk.noteCrash();
  }
  if (crashed.tooOften) {
    kiosk.reportCrashes();
  }
  return crashed.tooOften || crashed.wasOnTrial ? clock.after(withinMs, kiosk.crashesOver) : () => {};
}
