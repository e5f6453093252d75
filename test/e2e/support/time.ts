/** Moves the time of a page alone; nobody sleeps. */
import type { Visitor } from './visitor.ts';

/**
 * The page asks its host every few seconds whether it is there, and waits ten for the answer. A jump as long as that
 * while an answer is under way would look to the page like a host that hangs.
 */
const longestJump = 9;

/** Lets so many seconds pass in the page. */
export async function passTime({ page, watch }: Visitor, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= longestJump) {
    await watch.settled();
    await page.clock.fastForward(Math.min(left, longestJump) * 1_000);
  }
  await watch.settled();
}
