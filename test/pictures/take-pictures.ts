/**
 * Takes the README's picture from the running program: the start, the form and the result of a demonstration, side by
 * side. Run it after a build: `npm run pictures`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { buildFace } from '../support/pages/face.ts';
import { startProgram } from '../support/program.ts';
import { findRoot } from '../support/root.ts';

const screen = { width: 1080, height: 1920 };

/** Plays one visit and answers a picture of each of its moments. */
async function playVisit(browser: Browser, url: string): Promise<Buffer[]> {
  const page = await browser.newPage({ viewport: screen, reducedMotion: 'reduce' });
  await page.goto(url);
  const face = buildFace(page, 'en');
  await face.start.touch.waitFor();
  const pictures = [await page.screenshot()];
  await face.start.language.click();
  await face.consent.yes.click();
  await face.consent.agree.click();
  await page.getByRole('button', { name: 'Visitor' }).click();
  await face.details.heading.waitFor();
  await page.getByRole('button', { name: /Asha Kumari/ }).click();
  await page.getByRole('textbox').first().click();
  await page.getByRole('button', { name: /^q$/i }).waitFor();
  pictures.push(await page.screenshot());
  await face.details.send.click();
  await page.getByRole('button', { name: /is your code/ }).click();
  await face.result.heading('admitted').waitFor();
  pictures.push(await page.screenshot());
  return pictures;
}

/** Lays pictures side by side. */
async function layOut(browser: Browser, pictures: readonly Buffer[], path: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 712 } });
  const images = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`).join('');
  await page.setContent(`<style>
    body { margin: 0; padding: 24px; display: flex; gap: 24px; justify-content: center; background: #e8eeee }
    img { height: 664px; border-radius: 16px; box-shadow: 0 4px 24px #0003 }
  </style>${images}`);
  await page.screenshot({ path });
}

const data = await mkdtemp(join(tmpdir(), 'pravesh-pictures-'));
const program = await startProgram(['run', '--host', 'server', '--port', '0', '--data', data]);
const browser = await launchChromium();
try {
  await layOut(browser, await playVisit(browser, program.url), join(findRoot(), 'docs/pictures/visit.png'));
} finally {
  await browser.close();
  await program.stop();
  await rm(data, { recursive: true, force: true });
}
