/**
 * Takes the pictures of the documents from the running program: a visit, and every page of the desk; and draws the icons
 * of the packages. Run it after a build: `npm run pictures`, or with `--icons` for the icons alone.
 */
import { join } from 'node:path';
import { launchChromium } from '../support/chromium.ts';
import { findRoot } from '../support/root.ts';
import { takeDeskPictures } from './desk-pictures.ts';
import { drawIcons } from './draw-icons.ts';
import { takeVisitPicture } from './visit-picture.ts';

const folder = join(findRoot(), 'docs', 'pictures');
const browser = await launchChromium();
try {
  await drawIcons(browser, join(findRoot(), 'build', 'icons'));
  if (!process.argv.includes('--icons')) {
    await takeVisitPicture(browser, join(folder, 'visit.png'));
    await takeDeskPictures(browser, folder);
  }
} finally {
  await browser.close();
}
