/** Every screen, in both languages, under the rules of WCAG 2.2 AA (A1). */
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible, findViolations } from './support/axe.ts';
import { agree, askForCode, comeToCode, enterCode, readNotice, wrongCode } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

// Long enough to look at an end in every size.
const venue = inVenue({ kiosk: { resultSeconds: 60, idleSeconds: 600 } });

describe.each(spoken)('in %s', (locale) => {
  const look = () => enter(venue, locale, { script: axeScript, clock: true });

  test('start, notice, purpose', async () => {
    const visitor = await look();
    const { page, face } = visitor;
    await face.start.touch.waitFor();
    await expectAccessible(page, 'start');
    await readNotice(visitor);
    await expectAccessible(page, 'notice');
    await face.consent.agree.click();
    await face.consent.ageFirst.waitFor();
    await expectAccessible(page, 'notice, age not answered');
    await face.consent.yes.click();
    await face.consent.agree.click();
    await face.purpose.heading.waitFor();
    await expectAccessible(page, 'purpose');
  });

  test('the fields, with both kinds of keys, with problems, and with an unknown person', async () => {
    const visitor = await look();
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    await agree(visitor);
    await face.keys.keyboard.waitFor();
    await expectAccessible(page, 'fields');
    await face.details.fill('12', '98765');
    await face.details.send.click();
    await face.details.mobile.focus();
    await face.keys.pad.waitFor();
    await expectAccessible(page, 'fields with problems');
    await face.details.fill('Nobody Known', person.mobileNumber);
    await face.details.send.click();
    await face.details.unknown.waitFor();
    await expectAccessible(page, 'fields, person unknown');
    await face.bar.help.click();
    await face.help.dialog.waitFor();
    await expectAccessible(page, 'help');
  });

  test('the code, wrong and run out, and the question whether anybody is there', async () => {
    const visitor = await look();
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    await comeToCode(visitor, person);
    await expectAccessible(page, 'code');
    await face.code.field.fill(wrongCode(visitor, person));
    await face.code.wrong(2).waitFor();
    await expectAccessible(page, 'code wrong');
    await passTime(visitor, 180);
    await face.code.expired.waitFor();
    await expectAccessible(page, 'code run out');
    await passTime(visitor, 600 - 180);
    await face.stillThere.dialog.waitFor();
    await expectAccessible(page, 'still there');
  });

  test('checking, at once and when it takes long', async () => {
    const visitor = await look();
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    await comeToCode(visitor, person);
    await venue.fault('confirmOTP', 'timeout');
    await enterCode(visitor, person);
    await face.checking.checking.waitFor();
    await passTime(visitor, 5);
    await face.checking.slow.waitFor();
    await expectAccessible(page, 'checking');
    await face.bar.cancel.click();
    await face.start.touch.waitFor();
    await visitor.newRows(1);
  });

  test.each([
    [2, 'admitted'],
    [1, 'referred'],
    [0, 'refused'],
  ] as const)('the result of status %i: %s', async (status, decision) => {
    const visitor = await look();
    const { page, face } = visitor;
    const person = venue.person(locale, status);
    await comeToCode(visitor, person);
    await enterCode(visitor, person);
    await face.result.heading(decision).waitFor();
    await expectAccessible(page, decision);
  });

  test('the reception, a technical fault, a wait', async () => {
    const visitor = await look();
    const { page, face } = visitor;
    await readNotice(visitor);
    await face.consent.decline.click();
    await face.reception.heading.waitFor();
    await expectAccessible(page, 'reception');
    await face.reception.done.click();

    await agree(visitor);
    await venue.fault('generateOTP', '503');
    const person = venue.person(locale, 2);
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.failure.heading.waitFor();
    await expectAccessible(page, 'fault');
    await face.failure.tryAgain.click();
    await askForCode(visitor, person);
    await face.code.change.click();
    await face.details.send.click();
    await face.details.wait('code').waitFor();
    await expectAccessible(page, 'fields, wait');
  });
});

test('a screen with a mistake in it is found', async () => {
  const visitor = await enter(venue, 'en', { script: axeScript });
  await visitor.face.start.touch.waitFor();
  await visitor.page.evaluate(() => document.body.append(document.createElement('input')));
  expect(await findViolations(visitor.page)).toEqual([expect.stringContaining('label at input')]);
});
