/** A person asks at the desk: what is kept of them is shown, and goes when they want it gone. */
import { describe, expect, test } from 'vitest';
import { openLogReader } from '../../main/core/kiosk.ts';
import { buildPerson } from '../support/pages/terminal-pages.ts';
import { spoken } from '../support/pages/view.ts';
import { visitByApi } from './support/api-visit.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, makeStaff, manager, reception } from './support/staff.ts';
import { inVenue } from './support/venue.ts';

describe('a person who asks', () => {
  const venue = inVenue();

  test.each(spoken)('sees what is kept, and is erased with the rule passed over: %s', async (locale) => {
    if (locale === 'en') {
      await makeStaff(venue, manager, reception);
    }
    const person = venue.person(locale, 2);
    const { seq } = await visitByApi(venue, person);
    const { page, desk, newRows } = await comeToDesk(venue, locale, manager, { script: axeScript });
    const asking = buildPerson(page, locale);
    await desk.link('person').click();
    await asking.number.fill('12');
    await asking.look.click();
    await asking.text(asking.say('wrong-number')).waitFor();
    await asking.number.fill(person.mobileNumber);
    await asking.look.click();
    await asking.text(asking.say('held', { count: 1 })).waitFor();
    await expect.poll(() => asking.lines.textContent()).toContain(person.maskedMobile);
    await expectAccessible(page, `a person asks, ${locale}`);

    await asking.erase.click();
    await asking.reason.fill('asked');
    await expectAccessible(page, `a person asks, erase, ${locale}`);
    await asking.eraseNow.click();
    await asking.text(asking.say('erased-none')).waitFor();
    expect(await page.getByText(String(seq)).count()).toBeGreaterThan(0);
    expect(readSubject(seq)).not.toBeNull();

    await asking.look.click();
    await asking.erase.click();
    await asking.reason.fill('asked');
    await asking.override.check();
    await asking.eraseNow.click();
    await asking.text(asking.say('erased', { count: 1 })).waitFor();
    expect(readSubject(seq)).toBeNull();
    const rows = (await newRows(4)).filter(({ reason }) => reason?.startsWith('erase'));
    expect(rows.map(({ reason }) => reason)).toEqual([
      'erase: 0 of 1 on request: asked',
      'erase: 1 of 1 on request with override: asked',
    ]);
    expect(rows.every(({ operator }) => operator !== null)).toBe(true);
    await expectAccessible(page, `a person asks, erased, ${locale}`);
  });

  test('is for managers alone', async () => {
    const { desk } = await comeToDesk(venue, 'en', reception);
    await desk.link('entries').waitFor();
    expect(await desk.link('person').count()).toBe(0);
  });

  function readSubject(seq: number): string | null | undefined {
    const reader = openLogReader({ data: venue.data });
    try {
      return reader.list({ limit: 10_000 }).find((row) => row.seq === seq)?.subject_name;
    } finally {
      reader.close();
    }
  }
});
