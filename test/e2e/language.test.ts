/** Another language in the middle of a visit: the words change, what was typed stays, the consent is what was read. */
import { describe, expect, test } from 'vitest';
import { buildFace } from '../support/pages/face.ts';
import { spoken } from '../support/pages/view.ts';
import { rowOf } from './support/rows.ts';
import { agree, readNotice } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue();

describe.each(spoken)('begun in %s', (locale) => {
  const other = locale === 'en' ? 'hi' : 'en';

  test('at the fields and at the code', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    const otherFace = buildFace(page, other);
    const person = venue.person(locale, 2);
    const consent = await agree(visitor);
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.bar.language(other).click();
    await otherFace.details.heading.waitFor();
    expect(await otherFace.details.typed()).toEqual([person.fullName, person.mobileNumber]);
    await otherFace.details.send.click();
    await otherFace.code.sentTo(person.maskedMobile).waitFor();
    const otp = venue.newestOtp(person.mobileNumber);
    await otherFace.code.field.fill(otp.slice(0, 4));
    await otherFace.bar.language(locale).click();
    await face.code.heading.waitFor();
    expect(await face.code.field.inputValue()).toBe(otp.slice(0, 4));
    await face.code.field.fill(otp);
    await face.result.heading('admitted').waitFor();
    await face.bar.language(other).click();
    await otherFace.result.heading('admitted').waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 }),
    ]);
  });

  test('at the notice: it is shown anew, and the row proves the one that was agreed to', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    const otherFace = buildFace(page, other);
    const person = venue.person(locale, 0);
    const first = await readNotice(visitor);
    await face.bar.language(other).click();
    await otherFace.consent.agree.waitFor();
    const hash = await otherFace.consent.shownHash();
    expect(hash).not.toBe(first);
    await otherFace.consent.yes.click();
    await otherFace.consent.agree.click();
    await otherFace.purpose.visitor.click();
    await otherFace.details.fill(person.fullName, person.mobileNumber);
    await otherFace.details.send.click();
    await otherFace.code.sentTo(person.maskedMobile).waitFor();
    await otherFace.code.field.fill(venue.newestOtp(person.mobileNumber));
    await otherFace.result.heading('refused').waitFor();
    const consent = { hash, purpose: 'visitor' } as const;
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf({ ...visitor, face: otherFace }, person, consent, { outcome: 'refused', status: 0 }),
    ]);
  });
});

test('whoever comes next is met in the first language of the venue', async () => {
  const visitor = await enter(venue, 'hi');
  const { page, face } = visitor;
  await readNotice(visitor);
  expect(await page.getAttribute('html', 'lang')).toBe('hi');
  await face.bar.cancel.click();
  await face.start.touch.waitFor();
  await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en');
});
