/** People inside: counted as they come, checked out by what they hold in their hand, and printed for an evacuation. */
import { describe, expect, test } from 'vitest';
import { buildInside } from '../support/pages/entries-page.ts';
import { spoken } from '../support/pages/view.ts';
import { visitByApi } from './support/api-visit.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, makeStaff, manager, reception } from './support/staff.ts';
import { inVenue } from './support/venue.ts';

const reasons = (rows: readonly { readonly reason: string | null }[]) => rows.map(({ reason }) => reason);

describe('people inside', () => {
  const venue = inVenue({ inside: { count: true } });

  test.each(spoken)('come, leave by code and by number, and are all gone at the closing: %s', async (locale) => {
    if (locale === 'en') {
      await makeStaff(venue, manager, reception);
    }
    const { page, desk, newRows } = await comeToDesk(venue, locale, reception, { script: axeScript });
    const inside = buildInside(page, locale);
    await desk.link('inside').click();
    await page.getByText(inside.say('nobody'), { exact: true }).waitFor();
    const first = await visitByApi(venue, venue.person(locale, 2));
    const second = await visitByApi(venue, venue.person(locale, 2));
    const third = await visitByApi(venue, venue.person(locale, 2));
    await page.getByText(inside.say('count', { count: 3 }), { exact: true }).waitFor();
    await expect.poll(() => inside.rows.first().textContent()).toContain(first.checkCode);
    await expectAccessible(page, `inside, ${locale}`);

    await inside.entry.fill(first.checkCode.toLowerCase());
    await page.keyboard.press('Enter');
    await inside.left(first.seq).waitFor();
    await inside.entry.fill(String(first.seq));
    await inside.leave.click();
    await inside.notInside.waitFor();
    await inside.entry.fill('99999');
    await inside.leave.click();
    await inside.notFound.waitFor();
    await inside.leaveOf(second.seq).click();
    await page.getByText(inside.say('count', { count: 1 }), { exact: true }).waitFor();
    await expect.poll(() => inside.rows.count()).toBe(1);

    await inside.everybody.click();
    await page.keyboard.press('Escape');
    await inside.dialog.waitFor({ state: 'detached' });
    await inside.everybody.click();
    await inside.close.click();
    await page.getByText(inside.say('nobody'), { exact: true }).waitFor();
    await expect.poll(() => inside.rows.count()).toBe(0);
    const rows = await newRows(8);
    expect(reasons(rows.filter(({ outcome }) => outcome === 'act'))).toEqual([
      'unlock',
      'view: inside',
      `check-out ${first.seq}`,
      `check-out ${second.seq}`,
      'inside-close',
    ]);
    expect(rows.map(({ seq }) => seq)).toContain(third.seq);
  });

  test('are on paper with nothing around them, and need no network', async () => {
    await venue.withoutUpstream(async () => {
      const { page, desk } = await comeToDesk(venue, 'en', reception);
      const inside = buildInside(page, 'en');
      await desk.link('by-hand').waitFor();
      await desk.link('inside').click();
      await page.getByText(inside.say('nobody'), { exact: true }).waitFor();
      await page.emulateMedia({ media: 'print' });
      await inside.paperTitle.waitFor();
      await expect.poll(() => inside.paperTitle.textContent()).toContain('Head Office');
      expect(await desk.lock.isVisible()).toBe(false);
      expect(await inside.entry.isVisible()).toBe(false);
    });
  });
});

describe('a venue that does not count', () => {
  const venue = inVenue();

  test('has no such page', async () => {
    await makeStaff(venue, manager);
    const { desk } = await comeToDesk(venue, 'en', manager);
    await desk.link('entries').waitFor();
    expect(await desk.link('inside').count()).toBe(0);
  });
});
