/** Controls lower down, large text, strong colours: one touch on every screen, gone after the visit (A1). */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { agree, enterCode, readNotice } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { enter, type Visitor } from './support/visitor.ts';

const venue = inVenue({ kiosk: { resultSeconds: 60, idleSeconds: 600 } });
const tall = { width: 1080, height: 1920 };

/** The upper edges of all that can be touched, as parts of the screen's height; the lowest lower edge last. */
function findReach({ page }: Visitor): Promise<{ highest: number; lowest: number }> {
  return page.evaluate(() => {
    const boxes = Array.from(document.querySelectorAll('button, input, a[href]'), (element) =>
      element.getBoundingClientRect(),
    ).filter(({ width, height }) => width > 0 && height > 0);
    return {
      highest: Math.min(...boxes.map(({ top }) => top)) / innerHeight,
      lowest: Math.max(...boxes.map(({ bottom }) => bottom)) / innerHeight,
    };
  });
}

/** What can be touched and is not to be seen as a whole, because something lies over it or it has been scrolled away. */
function hiddenOf({ page }: Visitor): Promise<string[]> {
  return page.evaluate(() => {
    const isOver = (element: Element, found: Element | null) =>
      found !== null && (element.contains(found) || found.contains(element));
    return Array.from(document.querySelectorAll('button, input'))
      .filter((element) => {
        const { left, right, top, bottom, width } = element.getBoundingClientRect();
        const corners = [
          [left + 8, top + 8],
          [right - 8, bottom - 8],
        ] as const;
        return width > 0 && corners.some(([x, y]) => !isOver(element, document.elementFromPoint(x, y)));
      })
      .map((element) => element.outerHTML);
  });
}

describe.each(spoken)('in %s', (locale) => {
  test('all controls come into the lower part of a tall screen, on every screen of a visit', async () => {
    const visitor = await enter(venue, locale, { viewport: tall });
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const within = async (screen: string) => {
      const { highest, lowest } = await findReach(visitor);
      expect(highest, screen).toBeGreaterThanOrEqual(0.37);
      expect(lowest, screen).toBeLessThanOrEqual(1);
    };
    await face.start.touch.waitFor();
    await face.bar.ease('reach').click();
    await within('start');
    await readNotice(visitor);
    await within('notice');
    await face.consent.yes.click();
    await face.consent.agree.click();
    await face.purpose.heading.waitFor();
    await within('purpose');
    await face.purpose.visitor.click();
    await face.keys.keyboard.waitFor();
    await within('fields');
    await expect.poll(() => hiddenOf(visitor)).toEqual([]);
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await within('code');
    await face.bar.help.click();
    await face.help.dialog.waitFor();
    await within('help');
    await face.help.back.click();
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    await within('result');
    await face.result.done.click();
    await face.start.touch.waitFor();
    expect(await visitor.page.evaluate(() => document.documentElement.dataset.ease)).toBe('');
    expect(await face.bar.ease('reach').getAttribute('aria-pressed')).toBe('false');
    await visitor.newRows(1);
  });

  test('large text and strong colours keep every rule, and the visit goes on', async () => {
    const visitor = await enter(venue, locale, { script: axeScript });
    const { page, face } = visitor;
    const person = venue.person(locale, 1);
    await agree(visitor);
    await face.details.name.fill(person.fullName);
    const size = () => face.details.name.evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize));
    const usual = await size();
    await face.bar.ease('large').click();
    await expect.poll(size).toBeGreaterThan(usual * 1.2);
    await face.bar.ease('contrast').click();
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)');
    expect(await face.details.name.inputValue()).toBe(person.fullName);
    await expectAccessible(page, 'fields, large and strong');
    await face.details.mobile.fill(person.mobileNumber);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await expectAccessible(page, 'code, large and strong');
    await enterCode(visitor, person);
    await face.result.heading('referred').waitFor();
    await expectAccessible(page, 'result, large and strong');
    await face.result.done.click();
    await face.start.touch.waitFor();
    expect(await page.evaluate(() => document.documentElement.dataset.ease)).toBe('');
    await visitor.newRows(1);
  });

  test('the start and the notice, large and strong', async () => {
    const visitor = await enter(venue, locale, { script: axeScript });
    const { page, face } = visitor;
    await face.start.touch.waitFor();
    await face.bar.ease('large').click();
    await face.bar.ease('contrast').click();
    await expectAccessible(page, 'start, large and strong');
    await readNotice(visitor);
    await expectAccessible(page, 'notice, large and strong');
  });
});

test('is not offered on a screen that is wider than high: there is nothing to bring down', async () => {
  const visitor = await enter(venue, 'en');
  await visitor.face.start.touch.waitFor();
  expect(await visitor.face.bar.ease('reach').isVisible()).toBe(false);
  expect(await visitor.face.bar.ease('large').isVisible()).toBe(true);
});
