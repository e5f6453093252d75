/**
 * Takes the pictures of the documents from the running program: a visit, and every page of the desk. Run it after a build:
 * `npm run pictures`.
 */
import { join } from 'node:path';
import { launchChromium } from '../support/chromium.ts';
import { findRoot } from '../support/root.ts';
import { takeDeskPictures } from './desk-pictures.ts';
import { takeVisitPicture } from './visit-picture.ts';

const folder = join(findRoot(), 'docs', 'pictures');
const browser = await launchChromium();
try {
  await takeVisitPicture(browser, join(folder, 'visit.png'));
  await takeDeskPictures(browser, folder);
} finally {
  await browser.close();
}
