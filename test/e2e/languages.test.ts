/** A venue with all twelve languages: each is chosen by its own name, fits its screens, and is drawn with its own font. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { locales } from '../../main/contract/public.ts';
import { findLanguage } from '../../renderer/i18n/languages.ts';
import { buildFace } from '../support/pages/face.ts';
import { button } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue({ kiosk: { idleSeconds: 600, languages: [...locales] } });

/** Buttons whose words reach beyond them, in the size of the moment. */
function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('button'))
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ textContent }) => textContent ?? ''),
  );
}

/** The fonts of the machine that stood in for ours, because a letter is in none of ours. */
async function findStrangeFonts(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', {});
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' });
  const found = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { isCustomFont, familyName } of fonts) {
      if (!isCustomFont) {
        found.add(familyName);
      }
    }
  }
  await session.detach();
  return [...found];
}

test('the start has room for all of them, and every letter is in our fonts', async () => {
  const { page, face } = await enter(venue, 'en', { script: axeScript });
  await face.start.touch.waitFor();
  await expectAccessible(page, 'start');
  await page.evaluate(() => document.fonts.ready);
  expect(await findStrangeFonts(page)).toEqual([]);
  for (const size of [
    { width: 1080, height: 1920 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    const isWhole = page
      .locator('.screen')
      .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight <= 1);
    expect(await isWhole, `${size.width}`).toBe(true);
  }
});

describe.each(locales)('in %s', (locale) => {
  test('the notice, the purpose, the fields with their keys, and another language', async () => {
    const { page, face } = await enter(venue, 'en', { script: axeScript });
    const own = buildFace(page, locale);
    await face.start.touch.waitFor();
    await button(page, findLanguage(locale)?.name ?? '').click();
    await own.consent.agree.waitFor();
    await expectAccessible(page, 'notice');
    expect(await findClipped(page)).toEqual([]);
    await own.consent.yes.click();
    await own.consent.agree.click();
    await own.purpose.heading.waitFor();
    await expectAccessible(page, 'purpose');
    expect(await findClipped(page)).toEqual([]);
    await own.purpose.visitor.click();
    await own.keys.keyboard.waitFor();
    await expectAccessible(page, 'fields');
    expect(await findClipped(page)).toEqual([]);
    expect(await findStrangeFonts(page)).toEqual([]);
    await button(page, own.say('common.language')).click();
    const other = locale === 'ta' ? 'bn' : 'ta';
    await button(page, findLanguage(other)?.name ?? '').click();
    await buildFace(page, other).details.heading.waitFor();
    expect(await button(page, findLanguage('en')?.name ?? '').count()).toBe(0);
  });
});
