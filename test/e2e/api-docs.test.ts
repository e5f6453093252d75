/** The page that explains the API: in a real browser, in light and dark, from the narrowest window to a wide one. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { buildFakeKiosk } from '../support/fake-kiosk.ts';
import { startTestHost, type TestHost } from '../support/http-host.ts';
import { axeScript, findViolations } from './support/axe.ts';

let browser: Browser;
let host: TestHost;
beforeAll(async () => {
  [browser, host] = await Promise.all([launchChromium(), startTestHost(buildFakeKiosk())]);
});
afterAll(() => Promise.all([browser.close(), host.close()]));

/** Opens the page, and notes what its policy has kept out. */
async function open(width: number, height: number, colorScheme: 'light' | 'dark'): Promise<[Page, string[]]> {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  const kept: string[] = [];
  page.on('console', (message) => kept.push(message.text()));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== host.url) {
      kept.push(request.url());
    }
  });
  await page.addInitScript({ content: axeScript });
  await page.goto(`${host.url}/docs`);
  return [page, kept];
}

it.each([
  [1920, 1080, 'dark'],
  [1024, 768, 'light'],
  [390, 844, 'dark'],
  [320, 640, 'light'],
] as const)('can be used by everybody at %i x %i, %s', async (width, height, colorScheme) => {
  const [page, kept] = await open(width, height, colorScheme);
  // What is folded away is looked at as well.
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) {
      details.setAttribute('open', '');
    }
  });
  expect(await findViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(kept.filter((text) => !text.includes('favicon') && !text.includes('404'))).toEqual([]);
  await page.close();
});

it('leads from its contents to an operation, by keyboard alone', async () => {
  const [page] = await open(1024, 768, 'light');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('To the text');
  await page.getByRole('navigation').getByRole('link', { name: 'verification.start' }).focus();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#verification.start');
  await expect.poll(() => page.getByRole('heading', { name: 'verification.start' }).isVisible()).toBe(true);
  await page.close();
});
