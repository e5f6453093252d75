/** The picture of a visit: the start, the form and the result of a demonstration, side by side. For pictures only. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildFace } from '../support/pages/face.ts';
import { startProgram } from '../support/program.ts';
import { shrinkPng } from './shrink-png.ts';

/** The time of the page; that of the program is of no matter here. */
const shownAt = '2026-11-17T10:12:00+05:30';
const screen = { width: 1080, height: 1920 };

/** Takes it into this file. */
export async function takeVisitPicture(browser: Browser, path: string): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'pravesh-pictures-'));
  const program = await startProgram(['run', '--host', 'server', '--port', '0', '--data', data]);
  try {
    await layOut(browser, await playVisit(browser, program.url), path);
  } finally {
    await program.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** Plays one visit and answers a picture of each of its moments. */
async function playVisit(browser: Browser, url: string): Promise<Buffer[]> {
  const page = await browser.newPage({
    viewport: screen,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Kolkata',
    locale: 'en-IN',
  });
  await page.clock.install({ time: shownAt });
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
  await writeFile(path, shrinkPng(await page.screenshot()));
}
