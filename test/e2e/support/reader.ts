/** A reader of codes on the USB: it types as on a US keyboard, in no time, and ends with Enter. */
import type { Page } from 'playwright-core';

/** The keys that give a character of a pass. */
function keyOf(character: string): { readonly key: string; readonly shift: boolean } {
  if (/[A-Za-z]/.test(character)) {
    return { key: `Key${character.toUpperCase()}`, shift: /[A-Z]/.test(character) };
  }
  if (/[0-9]/.test(character)) {
    return { key: `Digit${character}`, shift: false };
  }
  if (character === '.') {
    return { key: 'Period', shift: false };
  }
  return { key: 'Minus', shift: character === '_' };
}

/** Types a text key by key, and after each so much time passes in the page, in milliseconds. The page's clock is the test's. */
async function typeKeys(page: Page, text: string, pauseMs: number): Promise<void> {
  for (const character of text) {
    const { key, shift } = keyOf(character);
    await page.keyboard.press(shift ? `Shift+${key}` : key);
    if (pauseMs > 0) {
      await page.clock.runFor(pauseMs);
    }
  }
  await page.keyboard.press('Enter');
}

/** Time stands still in the page while this runs. */
async function whileStill(page: Page, run: () => Promise<void>): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await run();
  await page.clock.resume();
}

/** Holds a code to the reader. */
export function holdToReader(page: Page, text: string): Promise<void> {
  return whileStill(page, () => typeKeys(page, text, 0));
}

/** Types the same by hand: nobody is as quick as a reader. */
export function typeByHand(page: Page, text: string): Promise<void> {
  return whileStill(page, () => typeKeys(page, text, 90));
}
