/** Before anything is asked: the notice, "no" in its two forms, and nothing sent or typed until "yes" (P1, P3). */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { rowWithoutPerson } from './support/rows.ts';
import { agree, readNotice } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { inVenue } from './support/venue.ts';
import { desk, site } from './support/venue-settings.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue();

describe.each(spoken)('in %s', (locale) => {
  test('"I do not agree" leads to a person at once, and leaves a row without any person', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { face } = visitor;
    const hash = await readNotice(visitor);
    await face.consent.decline.click();
    await face.reception.heading.waitFor();
    await face.reception.reason('declined').waitFor();
    await face.reception.where(desk).waitFor();
    const rows = await visitor.newRows(1);
    expect(rows).toMatchObject([rowWithoutPerson(visitor, { hash, purpose: null }, { outcome: 'declined' })]);
    await passTime(visitor, 20);
    await face.start.touch.waitFor();
  });

  test('under 18: sent to a person, nothing collected, nothing sent, no row', async () => {
    const visitor = await enter(venue, locale);
    const { face, watch } = visitor;
    await readNotice(visitor);
    await face.consent.no.click();
    await face.reception.heading.waitFor();
    await face.reception.reason('under-age').waitFor();
    await face.reception.done.click();
    await face.start.touch.waitFor();
    expect(watch.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    await visitor.newRows(0);
  });

  test('nothing can be typed and nothing is sent before "I agree", which wants the age first', async () => {
    const visitor = await enter(venue, locale);
    const { page, face, watch } = visitor;
    await readNotice(visitor);
    await expect.poll(() => face.consent.notice.textContent()).toContain(site.name);
    expect(await page.getByRole('textbox').count()).toBe(0);
    const answers = [face.consent.agree, face.consent.decline];
    const [yes, no] = await Promise.all(answers.map((answer) => answer.boundingBox()));
    expect([yes?.width, yes?.height]).toEqual([no?.width, no?.height]);
    await face.consent.agree.click();
    await face.consent.ageFirst.waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await face.consent.yes.click();
    await face.consent.agree.click();
    await face.purpose.visitor.click();
    await face.details.heading.waitFor();
    expect(watch.requests.filter((request) => !request.startsWith('GET '))).toEqual([]);
    await visitor.newRows(0);
  });

  test('"Back" leads from the fields to the purpose, to the notice and out, and leaves no row', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    await agree(visitor);
    await face.bar.back.click();
    await face.purpose.heading.waitFor();
    await face.bar.back.click();
    await face.consent.agree.waitFor();
    await face.bar.back.click();
    await face.start.touch.waitFor();
    await visitor.newRows(0);
  });
});
