/** Looks at a screen with axe-core: the rules of WCAG 2.2, A and AA, in three sizes and in the dark (A1). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';

declare global {
  interface Window {
    readonly axe: typeof axeCore;
  }
}

/** To be run in the page before its own scripts: the page's content policy lets nothing in afterwards. */
export const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const looks = [
  { width: 1080, height: 1920, colorScheme: 'light' },
  { width: 1920, height: 1080, colorScheme: 'dark' },
  { width: 1024, height: 768, colorScheme: 'light' },
] as const;

/** Nothing is found on this screen in any of its looks, and nothing reaches beyond its edges. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const { width, height, colorScheme } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const where = `${screen}, ${width} x ${height}, ${colorScheme}`;
    await expect.poll(() => findOverflow(page), { message: where }).toEqual([0, 0]);
    expect(await findViolations(page), where).toEqual([]);
  }
}

/** How far the page reaches beyond its window, in CSS pixels: to the right and downwards. */
function findOverflow(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
  });
}

/** One line for each thing that is wrong: the rule and where. */
export function findViolations(page: Page | Frame): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const { violations } = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      // Off unless it is asked for.
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  });
}
