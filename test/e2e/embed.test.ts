/** The embedded page in a shop on another origin: from the notice to a ticket, and the ways out. */
import { expect, test } from 'vitest';
import { openLogReader } from '../../main/core/kiosk.ts';
import { spoken } from '../support/pages/view.ts';
import { passEmbedTime } from './support/embed-time.ts';
import { besideShop, comeToCodeIn, enterShop, shopName, verifyIn } from './support/shop.ts';
import { findTraces } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { desk } from './support/venue-settings.ts';

const venue = inVenue();
const shop = besideShop(venue);

function newestRow() {
  const reader = openLogReader({ data: venue.data });
  try {
    return reader.list({ limit: 10_000 }).at(-1);
  } finally {
    reader.close();
  }
}

test.each(spoken)('a visit in %s ends with a ticket, and the shop learns nothing of the person', async (locale) => {
  const person = venue.person(locale, 2);
  const customer = await enterShop(venue, shop(), locale);
  const { page, frame, face } = customer;
  await face.consent.agree.waitFor();
  await expect.poll(() => face.consent.notice.textContent()).toContain(shopName);
  const hash = await verifyIn(venue, customer, person);
  await face.result.heading('admitted').waitFor();
  await page.getByText(/^Your ticket: T-[0-9A-F]{6}$/).waitFor();
  const raised = await customer.raised();
  expect(raised.map(({ type }) => type)).toEqual(['ready', 'result']);
  const { seq, checkCode } = await face.result.proof();
  expect(raised[1]?.detail).toEqual({
    verificationId: expect.stringMatching(/^[A-Za-z0-9_-]{22,64}$/),
    decision: 'admitted',
    entryId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    checkCode,
    receipt: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  });
  const payload = Buffer.from(String(raised[1]?.detail.receipt).split('.')[1] ?? '', 'base64url').toString();
  const told = JSON.stringify(raised) + payload;
  const secrets = [...person.fullName.split(' '), person.mobileNumber, person.maskedMobile];
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  expect(await findTraces(frame, secrets)).toEqual([]);
  expect(newestRow()).toMatchObject({
    seq: Number(seq),
    channel: 'embed',
    outcome: 'admitted',
    operator: `party:${shop().party}`,
    consent_hash: hash,
    consent_locale: locale,
  });
});

test('the result stays until it is closed, and leaves nothing of the visit then', async () => {
  const person = venue.person('en', 1);
  const customer = await enterShop(venue, shop(), 'en', { clock: true });
  const { face, frame } = customer;
  await verifyIn(venue, customer, person);
  await face.result.heading('referred').waitFor();
  await face.result.where(desk).waitFor();
  await passEmbedTime(customer, 300);
  await expect.poll(() => face.result.heading('referred').isVisible()).toBe(true);
  expect(await face.result.moreTime.count()).toBe(0);
  await face.result.done.click();
  await face.finished.waitFor();
  expect(await findTraces(frame, [person.mobileNumber, person.maskedMobile])).toEqual([]);
  expect((await customer.raised()).map(({ type }) => type)).toEqual(['ready', 'result']);
  expect(await customer.outcome()).toBe('No ticket this time.');
});

test('"I do not agree" is counted for the shop, says so in words, and tells the shop only that it is over', async () => {
  const customer = await enterShop(venue, shop(), 'en');
  const { face } = customer;
  await face.consent.agree.waitFor();
  const hash = await face.consent.shownHash();
  await face.consent.decline.click();
  await face.reception.heading.waitFor();
  await face.reception.reason('declined').waitFor();
  await expect.poll(customer.outcome).toBe('No check was made. Your order waits.');
  expect(await customer.raised()).toEqual([
    { type: 'ready', detail: {} },
    { type: 'cancel', detail: {} },
  ]);
  await expect.poll(newestRow).toMatchObject({
    outcome: 'declined',
    channel: 'embed',
    operator: `party:${shop().party}`,
    consent_hash: hash,
    subject_ref: null,
  });
});

test('cancelling ends the visit at the terminal too, and one may begin again', async () => {
  const person = venue.person('en', 2);
  const customer = await enterShop(venue, shop(), 'en');
  const { face, frame } = customer;
  await comeToCodeIn(customer, person);
  await face.bar.cancel.click();
  await face.left.waitFor();
  await expect.poll(newestRow).toMatchObject({ outcome: 'not-verified', reason: 'cancelled', channel: 'embed' });
  expect(await findTraces(frame, [person.mobileNumber, person.maskedMobile])).toEqual([]);
  await face.again.click();
  const other = venue.person('en', 2);
  await verifyIn(venue, customer, other);
  await face.result.heading('admitted').waitFor();
  await expect.poll(customer.outcome).toMatch(/^Your ticket/);
  expect((await customer.raised()).map(({ type }) => type)).toEqual(['ready', 'cancel', 'result']);
});

test('the shop may cancel, and begin anew', async () => {
  const customer = await enterShop(venue, shop(), 'en');
  const { page, face } = customer;
  await face.consent.agree.waitFor();
  await page.evaluate(() => Object(document.querySelector('pravesh-verify')).cancel());
  await face.left.waitFor();
  await expect.poll(customer.outcome).toBe('No check was made. Your order waits.');
  await page.evaluate(() => Object(document.querySelector('pravesh-verify')).reset());
  await expect
    .poll(async () => (await customer.raised()).map(({ type }) => type))
    .toEqual(['ready', 'cancel', 'ready']);
});

test('a frame of its own and plain messages are enough', async () => {
  const customer = await enterShop(venue, shop(), 'en', { path: '/plain' });
  await verifyIn(venue, customer, venue.person('en', 2));
  await expect.poll(customer.outcome).toMatch(/^Your ticket/);
  const taken: readonly string[] = await customer.page.evaluate(() => Object(window).taken);
  expect(taken.filter((type) => type !== 'resize')).toEqual(['ready', 'result']);
  expect(taken).toContain('resize');
});

test('the language can be changed, and everything typed stays', async () => {
  const customer = await enterShop(venue, shop(), 'en');
  const { face, frame } = customer;
  await face.consent.yes.click();
  await face.consent.agree.click();
  await face.details.fill('Asha Kumari', '98765');
  await frame.getByRole('button', { name: 'हिन्दी', exact: true }).click();
  await frame.locator('html[lang=hi]').waitFor();
  const fields = frame.getByRole('textbox');
  expect([await fields.nth(0).inputValue(), await fields.nth(1).inputValue()]).toEqual(['Asha Kumari', '98765']);
});

test('nobody there is asked first, and then everything typed is gone and the shop is told', async () => {
  const customer = await enterShop(venue, shop(), 'en', { clock: true });
  const { face, frame } = customer;
  await face.consent.yes.click();
  await face.consent.agree.click();
  await face.details.fill('Asha Kumari', '9876543210');
  await passEmbedTime(customer, 181);
  await face.stillThere.stay.click();
  expect(await face.details.typed()).toEqual(['Asha Kumari', '9876543210']);
  await passEmbedTime(customer, 181);
  await face.stillThere.stay.waitFor();
  await passEmbedTime(customer, 61);
  await face.left.waitFor();
  expect(await findTraces(frame, ['Asha', '9876543210'])).toEqual([]);
  expect((await customer.raised()).map(({ type }) => type)).toEqual(['ready', 'cancel']);
});
