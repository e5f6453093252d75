/** Moves the time of a page and of the frame in it; nobody sleeps. */
import type { Customer } from './shop.ts';

/** Shorter than the page waits for an answer about the terminal, so that no jump looks like a host that hangs. */
const longestJump = 9;

/** Lets so many seconds pass. */
export async function passEmbedTime({ page, watch }: Pick<Customer, 'page' | 'watch'>, seconds: number): Promise<void> {
  for (let left = seconds; left > 0; left -= longestJump) {
    await watch.settled();
    await page.clock.fastForward(Math.min(left, longestJump) * 1_000);
  }
  await watch.settled();
}
