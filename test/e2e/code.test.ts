/** The code: wrong, right in other digits, pasted, given up for another number. */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { rowOf } from './support/rows.ts';
import { askForCode, comeToCode, enterCode, wrongCode } from './support/steps.ts';
import { expectForgotten } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue();

describe.each(spoken)('in %s', (locale) => {
  test('wrong three times: the tries are counted down, and the visit ends at the reception', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    const wrong = wrongCode(visitor, person);
    for (const left of [2, 1]) {
      await face.code.field.fill(wrong);
      await face.code.wrong(left).waitFor();
      expect(await face.code.field.inputValue()).toBe('');
      await face.code.sentTo(person.maskedMobile).waitFor();
      await visitor.newRows(0);
    }
    await face.code.field.fill(wrong);
    await face.reception.heading.waitFor();
    await face.reception.reason('exhausted').waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'not-verified', reason: 'otp-exhausted' }),
    ]);
    await expectForgotten(page, person, wrong);
  });

  test('wrong once, then right: admitted', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const person = venue.person(locale, 2);
    const consent = await comeToCode(visitor, person);
    await face.code.field.fill(wrongCode(visitor, person));
    await face.code.wrong(2).waitFor();
    await enterCode(visitor, person);
    await face.result.heading('admitted').waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 }),
    ]);
  });

  test('too few digits are told of and not sent; the digits of Devanagari are digits', async () => {
    const visitor = await enter(venue, locale);
    const { page, face, watch } = visitor;
    const person = venue.person(locale, 2);
    await comeToCode(visitor, person);
    await face.code.field.fill('123');
    await page.keyboard.press('Enter');
    await expect.poll(face.code.note).toBe(face.say('code.notSix'));
    expect(watch.requests.filter((request) => request.endsWith('/otp'))).toEqual([]);
    const otp = venue.newestOtp(person.mobileNumber);
    await face.code.field.fill(otp.replace(/[0-9]/g, (digit) => String.fromCodePoint(0x0966 + Number(digit))));
    await face.result.heading('admitted').waitFor();
    await visitor.newRows(1);
  });

  test('a code that is pasted with a space in it is taken whole', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    await comeToCode(visitor, person);
    const otp = venue.newestOtp(person.mobileNumber);
    const messages = await page.context().newPage();
    await messages.setContent('<input>');
    await messages.locator('input').fill(`${otp.slice(0, 3)} ${otp.slice(3)}`);
    await messages.locator('input').press('ControlOrMeta+a');
    await messages.locator('input').press('ControlOrMeta+c');
    await page.bringToFront();
    await face.code.field.press('ControlOrMeta+v');
    await face.result.heading('admitted').waitFor();
    await visitor.newRows(1);
  });

  test('"Change number" keeps the name; the first number leaves a row, the second is admitted', async () => {
    const visitor = await enter(venue, locale);
    const { face } = visitor;
    const first = venue.person(locale, 2);
    const second = venue.person(locale, 2);
    const consent = await comeToCode(visitor, first);
    await face.code.change.click();
    await face.details.heading.waitFor();
    expect(await face.details.typed()).toEqual([first.fullName, first.mobileNumber]);
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, first, consent, { outcome: 'not-verified', reason: 'cancelled' }),
    ]);
    await askForCode(visitor, second);
    await enterCode(visitor, second);
    await face.result.heading('admitted').waitFor();
    const [, admitted] = await visitor.newRows(2);
    expect(admitted).toMatchObject(rowOf(visitor, second, consent, { outcome: 'admitted', status: 2 }));
  });
});
