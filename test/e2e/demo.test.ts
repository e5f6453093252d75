/** Without a configuration: a demonstration that says so on every screen, with a phone that plays the visitor's. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConsentNotice } from '../../main/contract/public.ts';
import { buildFace } from '../support/pages/face.ts';
import { button, spoken } from '../support/pages/view.ts';
import { passTime } from './support/time.ts';
import { findTraces } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue({ demo: true });

/** As the demonstration calls its purposes. */
const purposes = {
  visitor: { en: 'Visitor', hi: 'आगंतुक' },
  employee: { en: 'Employee', hi: 'कर्मचारी' },
};

describe.each(spoken)('in %s', (locale) => {
  test('one touch fills in a person, one touch on the SMS admits them', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    await buildFace(page, 'en').demo.banner.waitFor();
    await face.start.language.click();
    await face.consent.yes.waitFor();
    const answer = await page.request.get(new URL(`/api/v1/consent/${locale}`, page.url()).href);
    const notice = ConsentNotice.parse(await answer.json());
    const hash = await face.consent.shownHash();
    expect(hash).toBe(createHash('sha256').update(notice.text).digest('hex'));
    await expect.poll(() => face.demo.banner.count()).toBe(1);
    await face.consent.yes.click();
    await face.consent.agree.click();
    await button(page, purposes.visitor[locale]).click();

    await face.demo.banner.waitFor();
    await face.demo.person('Asha Kumari').click();
    expect(await face.details.typed()).toEqual(['Asha Kumari', '9876543210']);
    await face.details.send.click();
    await face.code.heading.waitFor();
    await face.demo.banner.waitFor();
    await face.demo.use.waitFor();
    const otp = (await face.demo.sms.textContent())?.slice(0, 6) ?? '';
    await face.demo.sms.click();
    await face.result.heading('admitted').waitFor();
    await face.demo.banner.waitFor();
    const rows = await visitor.newRows(1);
    expect(rows).toMatchObject([
      {
        site: 'demo',
        outcome: 'admitted',
        status: 2,
        purpose: 'visitor',
        channel: 'kiosk',
        consent_locale: locale,
        consent_hash: hash,
        subject_name: 'A••• K•••••',
        subject_mobile: '••••••3210',
      },
    ]);
    await expect.poll(() => findTraces(page, ['Kumari', '3210', otp]), { timeout: 1_000 }).toEqual([]);
    await face.result.done.click();
    await face.start.touch.waitFor();
  });

  test('the phone can be hidden and shown, and has more people than fit on it', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { page, face } = visitor;
    await face.start.language.click();
    await face.consent.yes.click();
    await face.consent.agree.click();
    await button(page, purposes.employee[locale]).click();
    await face.demo.person('Asha Kumari').waitFor();
    await face.demo.others.click();
    await face.demo.person('मीना देवी').click();
    expect(await face.details.typed()).toEqual(['मीना देवी', '9000000003']);
    await face.demo.close.click();
    expect(await face.demo.phone.count()).toBe(0);
    await face.demo.open.click();
    await face.demo.phone.waitFor();
    await passTime(visitor, 45);
    await face.stillThere.dialog.waitFor();
    await passTime(visitor, 20);
    await face.start.touch.waitFor();
    await buildFace(page, 'en').demo.banner.waitFor();
    await visitor.newRows(0);
  });
});
