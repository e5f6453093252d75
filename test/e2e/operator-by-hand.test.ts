/** Decisions by hand: asked once more, in the log before they are shown, and also while nothing else works. */
import { describe, expect, test } from 'vitest';
import { buildByHand, buildEntries } from '../support/pages/entries-page.ts';
import { spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, makeStaff, manager, openSession, reception } from './support/staff.ts';
import { inVenue } from './support/venue.ts';

describe('a decision by hand', () => {
  const venue = inVenue();

  test('needs an operator', async () => {
    await makeStaff(venue, manager, reception);
    const ask = await openSession(venue);
    const input = { decision: 'admitted', purpose: 'visitor', reason: 'No phone' };
    expect(await ask('POST', 'entries', input)).toMatchObject({ status: 401 });
  });

  test.each(spoken)('is a row with the operator, the purpose and the reason: %s', async (locale) => {
    const { page, desk, newRows } = await comeToDesk(venue, locale, reception, { script: axeScript });
    const byHand = buildByHand(page, locale);
    await desk.link('by-hand').click();
    await byHand.decision('admitted').click();
    await byHand.purpose.selectOption('employee');
    await byHand.suggestion('no-phone').click();
    await expectAccessible(page, `by hand, ${locale}`);
    await byHand.next.click();
    await byHand.dialog.getByText(byHand.say('confirm-final'), { exact: true }).waitFor();
    await expectAccessible(page, `by hand, asked once more, ${locale}`);
    await byHand.confirm.click();
    await byHand.done.waitFor();
    const [unlock, row] = await newRows(2);
    expect(row).toMatchObject({
      outcome: 'admitted',
      channel: 'operator',
      operator: unlock?.operator,
      purpose: 'employee',
      reason: byHand.say('no-phone'),
      status: null,
      policy: null,
      subject_ref: null,
      consent_version: null,
    });
    expect((await byHand.marks.allTextContents())[0]).toBe(String(row?.seq));
    expect((await byHand.marks.allTextContents())[1]).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    await expectAccessible(page, `by hand, done, ${locale}`);
    await byHand.open.click();
    await buildEntries(page, locale)
      .dialog(row?.seq ?? 0)
      .getByText(desk.sayOutcome('by-hand'), { exact: true })
      .waitFor();
  });

  test('leaves no row when it is not confirmed, has no reason, or names a number', async () => {
    const { page, desk, newRows } = await comeToDesk(venue, 'en', reception);
    const byHand = buildByHand(page, 'en');
    await desk.link('by-hand').click();
    await byHand.decision('refused').click();
    await byHand.next.click();
    await page.getByText(byHand.say('reason-short'), { exact: true }).waitFor();
    await byHand.reason.fill('Call 98765 43210');
    await byHand.next.click();
    await byHand.confirm.click();
    await page.getByText(byHand.say('reason-person'), { exact: true }).waitFor();
    await byHand.reason.fill('Did not want to');
    await byHand.next.click();
    await page.keyboard.press('Escape');
    await byHand.dialog.waitFor({ state: 'detached' });
    await newRows(1);
  });

  test('goes with the keyboard alone, while the service is not reachable', async () => {
    await venue.withoutUpstream(async () => {
      const { page, desk, newRows } = await comeToDesk(venue, 'en', reception);
      const byHand = buildByHand(page, 'en');
      await desk.link('by-hand').focus();
      await page.keyboard.press('Enter');
      await byHand.decision('referred').focus();
      await page.keyboard.press('Space');
      await byHand.reason.focus();
      await page.keyboard.type('Service not reachable');
      await page.keyboard.press('Enter');
      await byHand.confirm.waitFor();
      await byHand.confirm.focus();
      await page.keyboard.press('Enter');
      await byHand.done.waitFor();
      expect((await newRows(2)).at(-1)).toMatchObject({ outcome: 'referred', channel: 'operator' });
    });
  });
});
