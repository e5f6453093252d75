/** The embedded page for everybody: any width, twice the size of text, keyboard alone, axe, both schemes and languages. */
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { buildEmbeddedFace } from '../support/pages/face.ts';
import { spoken } from '../support/pages/view.ts';
import { axeScript, findViolations } from './support/axe.ts';
import { besideShop, type Customer, comeToCodeIn, enterShop, frameOf, verifyIn } from './support/shop.ts';
import { inVenue } from './support/venue.ts';

const complaints = 'https://venue.example.in/complaints';
const venue = inVenue({ privacy: { contact: { desk: 'Reception', url: complaints } } });
const shop = besideShop(venue);

/** Neither the page nor the frame scrolls sideways, and the frame is as high as what is in it. */
async function expectFits({ page, frame }: Customer): Promise<void> {
  const measure = () =>
    frame.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth - window.innerWidth, scrollHeight - window.innerHeight];
    });
  await expect.poll(measure).toEqual([0, 0]);
  const around = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await around()).toBeLessThanOrEqual(0);
}

/** The frame fits, and axe finds nothing in it. */
async function expectFine(customer: Customer, where: string): Promise<void> {
  await expectFits(customer);
  expect(await findViolations(customer.frame), where).toEqual([]);
}

const looks = [
  { width: 320, height: 568, colorScheme: 'light', accent: '#ffff66' },
  { width: 1920, height: 1080, colorScheme: 'dark', accent: '#101040' },
] as const;

describe.each(spoken)('in %s', (locale) => {
  test.each(looks)('axe finds nothing, and all fits, at $width px ($colorScheme)', async (look) => {
    const { width, height, colorScheme, accent } = look;
    const attributes = { accent, scheme: colorScheme, radius: '0' };
    const options = { viewport: { width, height }, colorScheme, attributes, script: axeScript };
    const customer = await enterShop(venue, shop(), locale, options);
    const { face } = customer;
    const person = venue.person(locale, 0);
    await face.consent.agree.waitFor();
    await expectFine(customer, 'consent');
    await face.consent.agree.click();
    await face.consent.ageFirst.waitFor();
    await expectFine(customer, 'consent, age first');
    await face.consent.yes.click();
    await face.consent.agree.click();
    await face.details.send.click();
    await expectFine(customer, 'details, nothing typed');
    await face.bar.help.click();
    await face.help.dialog.waitFor();
    await expectFine(customer, 'help');
    await face.help.back.click();
    await face.details.fill(person.fullName, person.mobileNumber);
    await face.details.send.click();
    await face.code.sentTo(person.maskedMobile).waitFor();
    await expectFine(customer, 'code');
    await face.code.field.fill(venue.newestOtp(person.mobileNumber));
    await face.result.heading('refused').waitFor();
    await expectFine(customer, 'result');
    await face.result.done.click();
    await face.finished.waitFor();
    await expectFine(customer, 'finished');
  });
});

test('text of twice the size fits into 320 px', async () => {
  const customer = await enterShop(venue, shop(), 'hi', { viewport: { width: 320, height: 568 } });
  const { face, frame } = customer;
  await face.consent.agree.waitFor();
  await frame.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'));
  await expectFits(customer);
  const person = venue.person('hi', 1);
  await comeToCodeIn(customer, person);
  await expectFits(customer);
  await face.code.field.fill(venue.newestOtp(person.mobileNumber));
  await face.result.heading('referred').waitFor();
  await expectFits(customer);
});

/** Presses Tab until this has the focus. */
async function tabTo({ page }: Customer, target: Locator): Promise<void> {
  const hasFocus = () => target.evaluate((element) => document.hasFocus() && element === document.activeElement);
  for (let presses = 0; presses < 20; presses += 1) {
    if (await hasFocus()) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  expect.fail('Tab does not lead there');
}

test('the page takes no focus that is elsewhere, and a keyboard is enough', async () => {
  const customer = await enterShop(venue, shop(), 'en');
  const { page, frame, face } = customer;
  const person = venue.person('en', 2);
  await face.consent.agree.waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await tabTo(customer, face.consent.yes);
  await page.keyboard.press('Enter');
  await tabTo(customer, face.consent.agree);
  await page.keyboard.press('Enter');
  await face.details.name.and(frame.locator(':focus')).waitFor();
  await page.keyboard.type(person.fullName);
  await page.keyboard.press('Enter');
  await page.keyboard.type(person.mobileNumber);
  await tabTo(customer, face.bar.help);
  await page.keyboard.press('Space');
  await face.help.dialog.waitFor();
  await page.keyboard.press('Escape');
  await face.details.heading.waitFor();
  expect(await face.bar.help.evaluate((element) => element === document.activeElement)).toBe(true);
  await face.details.mobile.focus();
  await page.keyboard.press('Enter');
  await face.code.field.and(frame.locator(':focus')).waitFor();
  await page.keyboard.type(venue.newestOtp(person.mobileNumber));
  await face.result.heading('admitted').waitFor();
  expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await tabTo(customer, face.result.done);
  await page.keyboard.press('Enter');
  await face.finished.waitFor();
});

test('who wants to ask or complain may follow the address in the notice, whose words stay the same', async () => {
  const { face, frame } = await enterShop(venue, shop(), 'en');
  await face.consent.agree.waitFor();
  const link = frame.getByRole('link', { name: complaints });
  expect(await link.evaluate((element: HTMLAnchorElement) => [element.href, element.target, element.rel])).toEqual([
    complaints,
    '_blank',
    'noopener noreferrer',
  ]);
  expect(await frame.getByRole('img', { name: complaints }).count()).toBe(0);
});

test('the fields say to the device what they are for', async () => {
  const customer = await enterShop(venue, shop(), 'en');
  const { face, frame } = customer;
  const saying = (field: Locator) =>
    field.evaluate((element) => ['type', 'inputmode', 'autocomplete'].map((name) => element.getAttribute(name)));
  await face.consent.yes.click();
  await face.consent.agree.click();
  expect(await saying(face.details.name)).toEqual(['text', 'text', 'name']);
  expect(await saying(face.details.mobile)).toEqual(['tel', 'tel', 'tel-national']);
  const person = venue.person('en', 2);
  await face.details.fill(person.fullName, person.mobileNumber);
  await face.details.send.click();
  expect(await saying(face.code.field)).toEqual(['text', 'numeric', 'one-time-code']);
  expect(await frame.locator('.number-pad, .keyboard').count()).toBe(0);
});

test('the element can be told how to look and whom to ask anew, until the page is there', async () => {
  const customer = await enterShop(venue, shop(), 'en', { attributes: { purpose: 'visitor', title: 'Boat check' } });
  const { page, frame, face } = customer;
  await face.consent.agree.waitFor();
  const element = page.locator('pravesh-verify');
  await expect.poll(() => page.locator('iframe').getAttribute('title')).toBe('Boat check');
  await element.evaluate((verify) => verify.setAttribute('locale', 'hi'));
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe('en');
  await element.evaluate((verify) => Object(verify).reset());
  await page.frameLocator('iframe').locator('html[lang=hi]').waitFor();
  await verifyIn(venue, { face: buildEmbeddedFace(await frameOf(page), 'hi') }, venue.person('hi', 2));
  await expect.poll(customer.outcome).toMatch(/^Your ticket/);
});
