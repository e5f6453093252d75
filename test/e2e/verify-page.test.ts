/** The page that verifies an export, opened from a file in a real Chromium: no server, no network. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { exportFiles, writeVerifierKey } from '../../main/contract/public.ts';
import { launchChromium } from '../support/chromium.ts';
import { findRoot } from '../support/root.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { lineOf, makeRows, saveExport, writeExport } from '../support/write-export.ts';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

/** Builds the page as the program does and opens it from the disk. Every request but that of the page is a mistake. */
async function openPage(size = { width: 1280, height: 900 }): Promise<Page> {
  const folder = makeTemporaryFolder();
  const configFile = join(findRoot(), 'build', 'vite.verify.config.ts');
  await build({ configFile, configLoader: 'native', logLevel: 'error', build: { outDir: folder } });
  const page = await browser.newPage({ viewport: size, locale: 'en-IN' });
  onTestFinished(() => page.close());
  const wrong: string[] = [];
  page.on('console', (message) => wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  const address = pathToFileURL(join(folder, 'verify.html')).href;
  page.on('request', (request) => request.url() !== address && wrong.push(request.url()));
  onTestFinished(() => expect(wrong).toEqual([]));
  await page.goto(address);
  return page;
}

const log = makeRows(300);

function save(change: (files: ReturnType<typeof writeExport>) => void = () => {}, options = {}): string {
  const files = writeExport(log, { reveal: true, ...options });
  change(files);
  return saveExport(files, join(makeTemporaryFolder(), 'pravesh-hq-gate-1'));
}

function breakRow(files: ReturnType<typeof writeExport>): void {
  const text = String(files.get(exportFiles.entries));
  files.set(exportFiles.entries, Buffer.from(text.replace(lineOf(217), lineOf(217, { outcome: 'refused' }))));
}

/** Chooses a folder and waits for the report; answers its words. */
async function choose(page: Page, folder: string): Promise<string | null> {
  await page.locator('.choose input').setInputFiles(folder);
  await page.locator('.verdict').first().waitFor();
  return page.locator('main').textContent();
}

/** What axe finds by the rules of WCAG 2.2 AA, its rule for the size of targets turned on. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const rules = { 'target-size': { enabled: true } };
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  });
}

describe('the page', () => {
  test('says of a good export what holds and what cannot be known', async () => {
    const page = await openPage();
    const words = await choose(page, save());
    expect(words).toContain('Nothing was found that does not hold');
    expect(words).toContain('Rows 1 to 300 are complete, in order and unchanged');
    expect(words).toContain('What cannot be known');
    expect(words).not.toContain('What does not hold');
  });

  test('names the first bad row, in English and in Hindi', async () => {
    const page = await openPage();
    const words = await choose(page, save(breakRow));
    expect(words).toContain('First bad row: 217');
    expect(words).toContain('Row 217 (line 217) was changed.');
    await page.getByRole('button', { name: 'हिन्दी' }).click();
    await expect.poll(() => page.locator('main').textContent()).toContain('प्रविष्टि 217 (पंक्ति 217) बदली गई है।');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('hi');
  });

  test('takes a dropped folder', async () => {
    const page = await openPage();
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [save(breakRow)], dragOperationsMask: 1 };
    const box = await page.locator('.drop').boundingBox();
    const place = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, ...place, data });
    }
    await page.locator('.first-bad').waitFor();
    await expect.poll(() => page.locator('.first-bad').textContent()).toBe('First bad row: 217');
  });

  test('verifies all exports of a stick in a row, and says when a row between them is missing', async () => {
    const page = await openPage();
    const stick = makeTemporaryFolder();
    writeFileSync(join(stick, 'holiday.txt'), 'x');
    saveExport(writeExport(log, { first: 1, last: 100 }), join(stick, 'log', 'one'));
    saveExport(writeExport(log, { first: 101, last: 200 }), join(stick, 'log', 'two'));
    const words = await choose(page, stick);
    expect(words).toContain('continues the export before this one');
    expect(words).not.toContain('What does not hold');
    await expect.poll(() => page.locator('.report').count()).toBe(2);
    saveExport(writeExport(log, { first: 211, last: 300 }), join(stick, 'three'));
    await page.locator('.choose input').setInputFiles(stick);
    await page.getByText('Between two of the exports rows 201 to 210 are missing.').waitFor();
  });

  test('says that a folder is no export', async () => {
    const page = await openPage();
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'holiday.txt'), 'x');
    expect(await choose(page, folder)).toContain('This folder is not an export of Pravesh');
  });

  test('takes the key and an older checkpoint from elsewhere', async () => {
    const page = await openPage();
    await choose(page, save(undefined, { last: 200 }));
    await page.locator('summary').click();
    await page.getByLabel('Key of the terminal').fill('nonsense');
    await expect.poll(() => page.locator('#key-bad').textContent()).toBe('This is not a verifier key.');
    await page.getByLabel('Key of the terminal').fill(writeVerifierKey(log.key));
    await page.getByText('The signatures were checked with the key that you gave').waitFor();
    const older = join(makeTemporaryFolder(), 'checkpoint.txt');
    writeFileSync(older, log.note(250));
    await page.getByLabel('Older checkpoints').setInputFiles(older);
    await page.getByText('The log has only 200 rows').waitFor();
  });

  test('allows exactly its own script and style, and nothing to be fetched', async () => {
    const page = await openPage();
    const policy = await page.locator('meta[http-equiv]').getAttribute('content');
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-\S+'; style-src 'sha256-\S+'; font-src data:; base-uri 'none'/,
    );
  });

  test.each([
    { width: 360, height: 740 },
    { width: 1280, height: 900 },
    { width: 1920, height: 1080 },
  ])('shows everything in its width at %j, in both languages', async (size) => {
    const page = await openPage(size);
    await choose(page, save(breakRow));
    for (const language of ['हिन्दी', 'English']) {
      await page.getByRole('button', { name: language }).click();
      expect(await findBarriers(page)).toEqual([]);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
      expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
      const shots = process.env.PRAVESH_TEST_SCREENSHOTS;
      if (shots !== undefined) {
        await page.screenshot({ path: join(shots, `verify-${size.width}-${language}.png`), fullPage: true });
      }
    }
  });
});
