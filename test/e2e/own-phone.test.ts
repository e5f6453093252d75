/** A visitor goes on with their own phone: what the kiosk shows of it, and that the code is for one phone alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { buildEmbeddedFace, type EmbeddedFace } from '../support/pages/face.ts';
import { type Spoken, spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible, findViolations } from './support/axe.ts';
import { openFrontProxy } from './support/front-proxy.ts';
import type { Known } from './support/people.ts';
import { readNotice } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { findTraces } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { enter, type Visitor, type VisitorOptions } from './support/visitor.ts';
import { watchPage } from './support/watch.ts';

const proxy = await openFrontProxy();
const venue = inVenue({
  kiosk: { ownPhone: true, idleSeconds: 600 },
  http: { publicUrl: proxy.publicUrl, trustedProxies: ['127.0.0.1'] },
});
beforeAll(() => proxy.serve(venue.launchUrl));
afterAll(() => proxy.close());

interface Phone {
  readonly page: Page;
  readonly face: EmbeddedFace;
}

/** A kiosk that shows a code, and what a camera reads from it. */
async function showCode(locale: Spoken, options: VisitorOptions = {}): Promise<{ visitor: Visitor; url: string }> {
  const visitor = await enter(venue, locale, options);
  await readNotice(visitor);
  await visitor.face.ownPhone.offer.click();
  return { visitor, url: await visitor.face.ownPhone.read() };
}

/** A phone opens an address, in a profile of its own. */
async function scan(url: string, locale: Spoken): Promise<Phone> {
  const context = await venue.browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.addInitScript({ content: axeScript });
  const watch = watchPage(page, proxy.publicUrl);
  onTestFinished(async () => {
    await context.close();
    expect(watch.faults).toEqual([]);
  });
  await page.goto(url);
  return { page, face: buildEmbeddedFace(page, locale) };
}

/** On the phone, from the notice to the code. */
async function comeToCodeOn({ face }: Phone, person: Known): Promise<void> {
  await face.consent.yes.tap();
  await face.consent.agree.tap();
  await face.purpose.visitor.tap();
  await face.details.heading.waitFor();
  await face.details.fill(person.fullName, person.mobileNumber);
  await face.details.send.tap();
  await face.code.sentTo(person.maskedMobile).waitFor();
}

test.each(spoken)(
  'a whole visit on a phone in %s: the kiosk shows the decision, and nobody learns the token',
  async (locale) => {
    const person = venue.person(locale, 2);
    const { visitor, url } = await showCode(locale, {
      viewport: { width: 1080, height: 1920 },
      script: axeScript,
      clock: true,
    });
    const { page, face } = visitor;
    const token = url.split('#')[1] ?? '';
    expect(url).toBe(`${proxy.publicUrl}/phone#${token}`);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    await expectAccessible(page, 'the code for a phone');
    const phone = await scan(url, locale);
    await phone.face.consent.agree.waitFor();
    expect(phone.page.url()).toBe(`${proxy.publicUrl}/phone`);
    expect(await phone.page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    await passTime(visitor, 2);
    await face.ownPhone.opened.waitFor();
    await expectAccessible(page, 'a phone is used');
    expect(await findTraces(page, [token])).toEqual([]);

    await comeToCodeOn(phone, person);
    await phone.face.code.field.fill(venue.newestOtp(person.mobileNumber));
    await phone.face.result.heading('admitted').waitFor();
    await phone.face.own('putAway').waitFor();
    expect(await findViolations(phone.page)).toEqual([]);
    await passTime(visitor, 2);
    await face.result.heading('admitted').waitFor();
    expect(await face.result.proof()).toEqual(await phone.face.result.proof());
    expect(await findTraces(page, [token, person.mobileNumber, person.maskedMobile, person.fullName])).toEqual([]);
    const [row] = await visitor.newRows(1);
    expect(row).toMatchObject({
      outcome: 'admitted',
      channel: 'embed',
      purpose: 'visitor',
      consent_locale: locale,
      operator: null,
    });
    await passTime(visitor, 10);
    await face.start.touch.waitFor();
    await phone.face.result.done.tap();
    await phone.face.finished.waitFor();
    await phone.face.own('finishedPhoneText').waitFor();

    expect(proxy.passed.length).toBeGreaterThan(5);
    expect(proxy.passed.filter((line) => line.includes(token))).toEqual([]);
    expect(venue.said()).not.toContain(token);
  },
);

test('a second phone with the same code gets words, and so does one with a code of before', async () => {
  const { visitor, url } = await showCode('en');
  const first = await scan(url, 'en');
  await first.face.consent.agree.waitFor();
  const second = await scan(url, 'en');
  await second.face.own('overPhone').waitFor();
  await second.face.own('overPhoneText').waitFor();
  expect(await findViolations(second.page)).toEqual([]);
  expect(second.page.url()).toBe(`${proxy.publicUrl}/phone`);
  await visitor.face.ownPhone.opened.waitFor();
  await visitor.face.ownPhone.here.click();
  await visitor.face.consent.agree.waitFor();
  await visitor.face.ownPhone.offer.click();
  const before = await visitor.face.ownPhone.read();
  await visitor.face.bar.cancel.click();
  const third = await scan(before, 'en');
  await third.face.own('overPhone').waitFor();
  await visitor.newRows(0);
});

test('"Go on here instead" ends what the phone has open', async () => {
  const person = venue.person('en', 2);
  const { visitor, url } = await showCode('en');
  const phone = await scan(url, 'en');
  await comeToCodeOn(phone, person);
  await visitor.face.ownPhone.opened.waitFor();
  await visitor.face.ownPhone.here.click();
  await visitor.face.consent.agree.waitFor();
  const [row] = await visitor.newRows(1);
  expect(row).toMatchObject({ outcome: 'not-verified', reason: 'cancelled', channel: 'embed' });
  await phone.face.code.field.fill(venue.newestOtp(person.mobileNumber));
  await phone.face.own('overPhone').waitFor();
  expect(await findTraces(phone.page, [person.mobileNumber, person.maskedMobile])).toEqual([]);
  await visitor.newRows(1);
});

test('"I do not agree" on the phone: the kiosk says that nothing was decided', async () => {
  const { visitor, url } = await showCode('en', { script: axeScript });
  const phone = await scan(url, 'en');
  await phone.face.consent.decline.tap();
  await phone.face.reception.reason('declined').waitFor();
  await visitor.face.ownPhone.ended.waitFor();
  await expectAccessible(visitor.page, 'a phone that came to nothing');
  const [row] = await visitor.newRows(1);
  expect(row).toMatchObject({ outcome: 'declined', channel: 'embed', subject_ref: null });
});

test.each(spoken)('a code that has expired is said to have, in %s, and a new one leads on', async (locale) => {
  const { visitor } = await showCode(locale, { script: axeScript });
  const { page, face } = visitor;
  const asked = '**/api/v1/phone/invitations/*';
  // Two minutes of the terminal's own clock: its answer after them is all that the page sees of it.
  await page.route(asked, (route) => {
    const id = route.request().url().split('/').at(-1);
    return route.request().method() === 'GET' ? route.fulfill({ json: { id, state: 'expired' } }) : route.continue();
  });
  await face.ownPhone.expired.waitFor();
  await expectAccessible(page, 'a code that has expired');
  await page.unroute(asked);
  await face.ownPhone.again.click();
  const phone = await scan(await face.ownPhone.read(), locale);
  await phone.face.consent.agree.waitFor();
  await face.ownPhone.opened.waitFor();
  await visitor.newRows(0);
});
