/** Passes through the page: given out with a result, read at the start, revoked by staff, and what is no pass. */
import { describe, expect, test } from 'vitest';
import { findLanguage } from '../../renderer/i18n/languages.ts';
import { button, spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import type { Known } from './support/people.ts';
import { holdToReader, typeByHand } from './support/reader.ts';
import { rowOf, rowWithoutPerson } from './support/rows.ts';
import { agree, type Consent, comeToCode, enterCode, readNotice } from './support/steps.ts';
import { passTime } from './support/time.ts';
import { expectForgotten, findTraces } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { enter, type Visitor } from './support/visitor.ts';

const venue = inVenue({ kiosk: { idleSeconds: 600 }, passes: { purposes: ['employee'], hours: 12 } });

/** Somebody is verified and admitted, and photographs the pass. */
async function getPass(visitor: Visitor, person: Known): Promise<{ token: string; consent: Consent }> {
  const { face } = visitor;
  const consent = await comeToCode(visitor, person, 'employee');
  await enterCode(visitor, person);
  await face.result.heading('admitted').waitFor();
  return { token: await face.pass.read(), consent };
}

describe.each(spoken)('in %s', (locale) => {
  test('a pass is given out with the result, and admits at the next visit without a code', async () => {
    const visitor = await enter(venue, locale, { clock: true, script: axeScript });
    const { page, face } = visitor;
    const person = venue.person(locale, 1);
    await face.pass.hint.waitFor();
    await expectAccessible(page, 'start');
    const { token, consent } = await getPass(visitor, person);
    await expectAccessible(page, 'result with a pass');
    const [visit, issued] = await visitor.newRows(2);
    expect(visit).toMatchObject(rowOf(visitor, person, consent, { outcome: 'admitted', status: 1 }));
    expect(issued).toMatchObject({ outcome: 'act', channel: 'kiosk', reason: `pass-issue ${visit?.seq}` });
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    for (const personal of [...person.fullName.split(' '), person.mobileNumber, person.maskedName]) {
      expect(payload).not.toContain(personal);
    }
    await face.result.done.click();
    await face.start.touch.waitFor();
    await expectForgotten(page, person, token, token.slice(-40));

    // Whoever comes back chooses no language: the venue's first one is spoken.
    await holdToReader(page, token);
    await page.locator('.ending-admitted').waitFor();
    expect(await findTraces(page, [token, token.slice(-40), 'eyJ'])).toEqual([]);
    expect(await face.pass.code.count()).toBe(0);
    const [used] = (await visitor.newRows(3)).slice(2);
    expect(used).toMatchObject({
      ...rowWithoutPerson(visitor, consent, { outcome: 'admitted', status: 1, reason: `pass ${visit?.id}` }),
      upstream_ref: null,
      consent_locale: 'en',
      consent_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('the result stays until a phone could be taken out, and clears then', async () => {
    const visitor = await enter(venue, locale, { clock: true });
    const { page, face } = visitor;
    const person = venue.person(locale, 2);
    const { token } = await getPass(visitor, person);
    await passTime(visitor, 35);
    await expect.poll(() => face.pass.code.count()).toBe(1);
    await passTime(visitor, 6);
    await face.start.touch.waitFor();
    await expectForgotten(page, person, token, token.slice(-40));
  });

  test('a pass that was changed leads to nothing, and to the way with a code', async () => {
    const visitor = await enter(venue, locale, { clock: true, script: axeScript });
    const { page, face } = visitor;
    const { token } = await getPass(visitor, venue.person(locale, 2));
    await face.result.done.click();
    await face.start.touch.waitFor();
    const changed = token.slice(0, -2) + (token.endsWith('AA') ? 'BA' : 'AA');
    await holdToReader(page, changed);
    // The face speaks the venue's first language until it is told otherwise.
    await button(page, findLanguage(locale)?.name ?? '').click();
    await face.pass.refused.waitFor();
    await face.pass.reason('not-genuine').waitFor();
    await expectAccessible(page, 'a pass that does not hold');
    await visitor.newRows(2);
    await face.pass.verify.click();
    await face.consent.agree.waitFor();
  });
});

test('a visitor of another purpose is offered none', async () => {
  const visitor = await enter(venue, 'en');
  const { face } = visitor;
  const person = venue.person('en', 2);
  await comeToCode(visitor, person, 'visitor');
  await enterCode(visitor, person);
  await face.result.heading('admitted').waitFor();
  expect(await face.pass.code.count()).toBe(0);
  await visitor.newRows(1);
});

test('typed by hand it is nothing, and on any other screen the reader types into no field', async () => {
  const visitor = await enter(venue, 'en', { clock: true });
  const { page, face } = visitor;
  const { token } = await getPass(visitor, venue.person('en', 2));
  await face.result.done.click();
  await face.start.touch.waitFor();
  await page.locator('h1').focus();
  await typeByHand(page, token.slice(0, 120));
  await expect.poll(() => face.start.touch.count()).toBe(1);
  await readNotice(visitor);
  await holdToReader(page, token);
  await expect.poll(() => face.consent.agree.count()).toBe(1);
  await face.bar.cancel.click();
  await agree(visitor);
  await face.details.name.focus();
  await holdToReader(page, token);
  // Three keys are what tells a reader from a hand.
  expect(await face.details.typed()).toEqual(['eyJ', '']);
  expect(await findTraces(page, [token.slice(3, 40), token.slice(-40)])).toEqual([]);
  await visitor.newRows(2);
});
