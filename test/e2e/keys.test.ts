/** The on-screen keys write into the fields, and a keyboard alone does the whole visit (A3). */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { spoken } from '../support/pages/view.ts';
import { rowOf } from './support/rows.ts';
import { agree } from './support/steps.ts';
import { expectForgotten } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue();

const sizes = [
  { width: 1080, height: 1920 },
  { width: 1024, height: 768 },
];

test.each(sizes)('fingers alone, in English, at $width x $height', async (viewport) => {
  const visitor = await enter(venue, 'en', { viewport });
  const { page, face } = visitor;
  const { say, keys } = face;
  const person = venue.person('en', 2);
  const consent = await agree(visitor);
  await keys.touch('A', 's', 'h', 'a', say('keys.space'), 'K', 'u', 'm', 'a', 'r', 'i', 'i', say('keys.backspace'));
  await expect.poll(() => face.details.name.inputValue()).toBe(person.fullName);
  await keys.touch(say('keys.next'));
  await keys.touchDigits('47');
  await keys.clear.click();
  await keys.touchDigits(`${person.mobileNumber}5`);
  await keys.deleteDigit.click();
  expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
  await face.details.send.click();
  await face.code.sentTo(person.maskedMobile).waitFor();
  const otp = venue.newestOtp(person.mobileNumber);
  await keys.touchDigits(otp);
  await face.result.heading('admitted').waitFor();
  expect(await visitor.newRows(1)).toMatchObject([rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 })]);
  await expectForgotten(page, person, otp);
});

test.each(sizes)('fingers alone, in Hindi, at $width x $height', async (viewport) => {
  const visitor = await enter(venue, 'hi', { viewport });
  const { page, face } = visitor;
  const { say, keys } = face;
  const person = venue.person('hi', 2);
  const consent = await agree(visitor);
  // A vowel's key shows the syllable that it makes of the consonant before it.
  await keys.touch('म', 'मी', 'न', 'ना', say('keys.space'), 'द', 'दे', 'व', 'वी', say('keys.next'));
  await keys.touchDigits(person.mobileNumber);
  expect(await face.details.typed()).toEqual([person.fullName, person.mobileNumber]);
  await face.details.send.click();
  await face.code.sentTo(person.maskedMobile).waitFor();
  const otp = venue.newestOtp(person.mobileNumber);
  await keys.touchDigits(otp);
  await face.result.heading('admitted').waitFor();
  expect(await visitor.newRows(1)).toMatchObject([rowOf(visitor, person, consent, { outcome: 'admitted', status: 2 })]);
  await expectForgotten(page, person, otp);
});

test('the Hindi keyboard has the English letters, and finds back', async () => {
  const visitor = await enter(venue, 'hi');
  const { face } = visitor;
  const { say, keys } = face;
  await agree(visitor);
  await keys.touch(
    say('keys.latin'),
    'J',
    'o',
    say('keys.shift'),
    'Y',
    say('keys.script'),
    'अ',
    say('keys.more'),
    'ज्ञ',
  );
  await expect.poll(() => face.details.name.inputValue()).toBe('JoYअज्ञ');
});

/** More stops than any screen has. */
const mostStops = 30;

/** Goes on with the Tab key until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key does not lead there');
}

/** A person looks where the caret is before typing on; the focus moves when the next screen is painted. */
async function awaitFocus(target: Locator): Promise<void> {
  await expect
    .poll(() => target.evaluate((element) => element === document.activeElement), { timeout: 15_000 })
    .toBe(true);
}

describe.each(spoken)('a keyboard alone, in %s', (locale) => {
  test('from the first touch to the end of the result', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    const { keyboard } = page;
    const person = venue.person(locale, 2);
    const press = async (target: Locator, key: 'Enter' | 'Space' = 'Enter') => {
      await tabTo(page, target);
      await keyboard.press(key);
    };
    await press(face.start.language);
    await face.consent.agree.waitFor();
    const hash = await face.consent.shownHash();
    await tabTo(page, face.consent.notice);
    await press(face.consent.yes, 'Space');
    await press(face.consent.agree);
    await press(face.purpose.visitor);
    await face.details.heading.waitFor();
    await awaitFocus(face.details.name);
    await keyboard.insertText(person.fullName);
    await keyboard.press('Enter');
    await awaitFocus(face.details.mobile);
    await keyboard.type(person.mobileNumber);
    await press(face.details.send);
    await face.code.sentTo(person.maskedMobile).waitFor();
    await awaitFocus(face.code.field);
    await keyboard.type(venue.newestOtp(person.mobileNumber));
    await face.result.heading('admitted').waitFor();
    expect(await visitor.newRows(1)).toMatchObject([
      rowOf(visitor, person, { hash, purpose: 'visitor' }, { outcome: 'admitted', status: 2 }),
    ]);
    await press(face.result.done);
    await face.start.touch.waitFor();
  });

  test('what lies over a screen holds the focus, and gives it back', async () => {
    const visitor = await enter(venue, locale);
    const { page, face } = visitor;
    await agree(visitor);
    await face.details.name.fill('Asha');
    await tabTo(page, face.bar.help);
    await page.keyboard.press('Enter');
    await tabTo(page, face.help.back);
    await page.keyboard.press('Enter');
    await face.help.dialog.waitFor({ state: 'detached' });
    await tabTo(page, face.details.name);
    await expect.poll(() => face.details.name.inputValue()).toBe('Asha');
  });
});
