/** The pictures of the desk: each of its pages after a day of invented visits. For pictures only. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type PageId, pageIds } from '../../renderer/operator/page-id.ts';
import { buildDesk, type DeskView } from '../support/pages/desk-page.ts';
import { buildByHand, buildEntries } from '../support/pages/entries-page.ts';
import { buildRosterPage } from '../support/pages/roster-page.ts';
import { buildExport, buildPerson } from '../support/pages/terminal-pages.ts';
import type { Spoken } from '../support/pages/view.ts';
import { inventPerson } from './invented-people.ts';
import { manager, playDay } from './play-day.ts';
import { shrinkPng } from './shrink-png.ts';
import { openPictureVenue, type PictureVenue } from './venue.ts';

const viewport = { width: 1280, height: 800 };

/** The program starts before its day begins, and is looked at after it. */
const startsAt = Date.parse('2026-11-17T07:40:00+05:30');
const takenAt = Date.parse('2026-11-17T16:05:00+05:30');

/** How each page is brought to show what it is for. A page that shows it by itself has no line. */
const show: { readonly [Id in PageId]?: (page: Page) => Promise<void> } = {
  entries: (page) => buildEntries(page, 'en').rows.first().waitFor(),
  async 'by-hand'(page) {
    const byHand = buildByHand(page, 'en');
    await byHand.decision('admitted').click();
    await byHand.suggestion('no-phone').click();
  },
  inside: (page) => page.locator('.inside-count').waitFor(),
  passes: (page) => page.getByRole('table').waitFor(),
  async roster(page) {
    const roster = buildRosterPage(page, 'en');
    await roster.show.selectOption({ label: roster.say('show-all') });
    await roster.people.waitFor();
  },
  async person(page) {
    const asking = buildPerson(page, 'en');
    await asking.number.fill(inventPerson(0).mobile_number);
    await asking.look.click();
    await asking.lines.first().waitFor();
  },
  export: (page) => buildExport(page, 'en').drive('office-share').waitFor(),
  terminal: (page) => page.locator('.head-code').waitFor(),
  operators: (page) => page.getByRole('table').waitFor(),
};

/** Takes them into this folder, each as `desk-<page>.png`. */
export async function takeDeskPictures(browser: Browser, folder: string): Promise<void> {
  const venue = await openPictureVenue(startsAt);
  const take = async (page: Page, name: string) => {
    // Focus and pointer are where a reader of the document would not look.
    await page.mouse.move(viewport.width - 1, viewport.height - 1);
    await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : null));
    await writeFile(join(folder, `desk-${name}.png`), shrinkPng(await page.screenshot({ animations: 'disabled' })));
  };
  try {
    await playDay(venue);
    await venue.setTime(takenAt);
    const door = await comeToDoor(browser, venue, 'en');
    await door.desk.door.who.waitFor();
    await take(door.page, 'door');
    await unlock(door.desk);
    await door.desk.today.drawing.waitFor();
    await take(door.page, 'today');
    for (const [id, bring] of Object.entries(show)) {
      await openPage(door.desk, id);
      await bring(door.page);
      await take(door.page, id);
      if (id === 'entries') {
        await takeEntry(door.page, take);
      }
    }
    await door.desk.lock.click();
    const hindi = await comeToDoor(browser, venue, 'hi');
    await unlock(hindi.desk);
    await hindi.desk.today.drawing.waitFor();
    await take(hindi.page, 'today-hindi');
  } finally {
    await venue.close();
  }
}

/** A fresh browser in front of the door. */
async function comeToDoor(browser: Browser, venue: PictureVenue, locale: Spoken) {
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Kolkata',
    locale: `${locale}-IN`,
  });
  const page = await context.newPage();
  await page.clock.install({ time: venue.now() });
  await page.goto(venue.url);
  await page.goto(new URL('/operator', venue.url).href);
  const desk = buildDesk(page, locale);
  await desk.language.click();
  return { page, desk };
}

/** The manager comes in. */
async function unlock({ door, lock }: DeskView): Promise<void> {
  await door.name(manager.name).click();
  await door.open(manager.pin);
  await lock.waitFor();
}

async function openPage(desk: DeskView, id: string): Promise<void> {
  const page = pageIds.find((each) => each === id);
  if (page === undefined) {
    throw new TypeError(`the desk has no page ${id}`);
  }
  await desk.link(page).click();
  await desk.title(page).waitFor();
}

/** One entry in full: the newest that admitted somebody. */
async function takeEntry(page: Page, take: (page: Page, name: string) => Promise<void>): Promise<void> {
  const entries = buildEntries(page, 'en');
  await entries.outcome.selectOption('admitted');
  const admitted = entries.rows.first().filter({ hasText: buildDesk(page, 'en').sayOutcome('admitted') });
  await admitted.click();
  await page.locator('.entry-detail').waitFor();
  await take(page, 'entry');
  await page.keyboard.press('Escape');
  await page.locator('.entry-detail').waitFor({ state: 'detached' });
}
