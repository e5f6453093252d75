/**
 * A whole visit in each of the twelve languages: nothing is cut off or hangs over the edge on any screen, in three sizes,
 * with text as it is and twice as large (A3).
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { locales } from '../../main/contract/public.ts';
import { findLanguage } from '../../renderer/i18n/languages.ts';
import { buildFace } from '../support/pages/face.ts';
import { button } from '../support/pages/view.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue({ kiosk: { idleSeconds: 600, resultSeconds: 60, languages: [...locales] } });

const sizes = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];

/** What is wider than its place, or than the page; what is higher than a button; what has words and no height. */
function findMisfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.spoken, svg') === null;
    const describeElement = (element: Element, why: string) =>
      `${why}: <${element.localName} class="${element.className}"> ${element.textContent?.slice(0, 40)}`;
    return Array.from(document.querySelectorAll('body *'))
      .filter(isShown)
      .flatMap((element) => {
        const { left, right } = element.getBoundingClientRect();
        const { overflowX, display } = getComputedStyle(element);
        const isOver = left < -1 || right > innerWidth + 1;
        const isCut =
          display !== 'inline' &&
          element.localName !== 'input' &&
          element.scrollWidth > element.clientWidth + 1 &&
          (overflowX !== 'visible' || element.localName === 'button');
        const isTooHigh = element.localName === 'button' && element.scrollHeight > element.clientHeight + 2;
        return [
          ...(isOver ? [describeElement(element, `over the edge, ${Math.round(left)} to ${Math.round(right)}`)] : []),
          ...(isCut ? [describeElement(element, `cut off, ${element.scrollWidth} in ${element.clientWidth}`)] : []),
          ...(isTooHigh ? [describeElement(element, 'higher than its button')] : []),
        ];
      });
  });
}

/** Looks at a screen in every size; what does not fit is kept with where it was seen. */
async function look(page: Page, screen: string, misfits: string[]): Promise<void> {
  for (const scale of ['1', '2']) {
    for (const size of sizes) {
      await page.setViewportSize(size);
      await page.evaluate(async (value) => {
        document.documentElement.style.setProperty('--text-scale', value);
        await document.fonts.ready;
        await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      }, scale);
      const found = await findMisfits(page);
      misfits.push(...found.map((misfit) => `${screen}, ${size.width}x${size.height}, text x ${scale}: ${misfit}`));
    }
  }
  await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '1'));
}

describe.each(locales)('in %s', (locale) => {
  test('every screen of a visit fits', async () => {
    const visitor = await enter(venue, 'en');
    const { page } = visitor;
    const face = buildFace(page, locale);
    const person = venue.person('en', 2);
    await visitor.face.start.touch.waitFor();
    const misfits: string[] = [];
    const fits = (screen: string) => look(page, screen, misfits);
    await fits('start');
    await button(page, findLanguage(locale)?.name ?? '').click();
    await face.consent.agree.waitFor();
    await fits('notice');
    await face.consent.yes.click();
    await face.consent.agree.click();
    await face.purpose.heading.waitFor();
    await fits('purpose');
    await face.purpose.visitor.click();
    await face.keys.keyboard.waitFor();
    await face.details.send.click();
    await fits('fields with problems');
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await fits('code');
    await face.bar.help.click();
    await face.help.dialog.waitFor();
    await fits('help');
    await face.help.back.click();
    await face.code.field.fill(venue.newestOtp(person.mobileNumber));
    await face.result.heading('admitted').waitFor();
    await fits('result');
    await face.result.done.click();
    await visitor.newRows(1);
    expect(misfits).toEqual([]);
  });
});
