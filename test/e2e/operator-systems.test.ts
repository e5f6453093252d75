/** Other systems, as a manager sees to them: their keys, their events, and the keys of receipts. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSystemsPage } from '../support/pages/systems-page.ts';
import { spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { type PartyApi, visitByParty } from './support/party-visit.ts';
import { type Receiver, startReceiver } from './support/receiver.ts';
import { comeToDesk, makeStaff, manager } from './support/staff.ts';
import { inVenue } from './support/venue.ts';

const origin = 'https://hr.example.in';

describe.each(spoken)('in %s', (locale) => {
  const venue = inVenue();
  let receiver: Receiver;
  beforeAll(async () => {
    await makeStaff(venue, manager);
    // It wants no events: what comes for it is given up at once.
    receiver = await startReceiver(410);
  });
  afterAll(() => receiver.close());

  test('a system is added, its events are sent again, it gets a new key and is removed', async () => {
    const at = await comeToDesk(venue, locale, manager, { script: axeScript });
    const { page, desk } = at;
    const systems = buildSystemsPage(page, locale);
    await desk.link('systems').click();
    await systems.none.waitFor();
    await expectAccessible(page, 'no systems');

    await systems.add.click();
    await systems.addDo.click();
    await page.getByText(systems.say('nameEmpty')).waitFor();
    await systems.name.fill('HR portal');
    await systems.origins.fill(`${origin}\n\nhr.example.in/page`);
    await systems.webhook.fill(receiver.url);
    await systems.addDo.click();
    await page.getByText(systems.say('originsBad', { line: 3 })).waitFor();
    await expectAccessible(page, 'add a system');
    await systems.origins.fill(origin);
    await systems.addDo.click();

    const apiKey = (await systems.shown('apiKey').textContent()) ?? '';
    expect(apiKey).toMatch(/^pvk_[a-z0-9]{8}_[\w-]{43}$/);
    await expect.poll(() => systems.shown('webhookSecret').textContent()).toMatch(/^whsec_/);
    await systems.copyOf('apiKey').click();
    await systems.copied.waitFor();
    await expectAccessible(page, 'the key of a system');
    // It is shown once: nothing but the button takes it away.
    await page.keyboard.press('Escape');
    await expect.poll(() => systems.shown('apiKey').isVisible()).toBe(true);
    await systems.keyTaken.click();
    await systems.said('wasAdded', 'HR portal').waitFor();
    await expect.poll(() => systems.row('HR portal').textContent()).toContain(origin);
    expect(await page.content()).not.toContain(apiKey);

    const api: PartyApi = { venue, apiKey };
    const { seq } = await visitByParty(api, venue.person(locale, 2));
    await expect.poll(() => receiver.came.length).toBe(1);
    await expect
      .poll(async () => {
        await systems.refresh.click();
        return systems.event('deadState').count();
      })
      .toBe(1);
    await expect.poll(() => systems.event('deadState').textContent()).toContain('http 410');
    await expectAccessible(page, 'systems');
    receiver.status = 204;
    await systems.sendAll('HR portal').click();
    await systems.sent(1).waitFor();
    await expect.poll(() => receiver.came.length).toBe(2);
    await expect
      .poll(async () => {
        await systems.refresh.click();
        return systems.event('delivered').count();
      })
      .toBe(1);
    await systems.sendOf(seq).click();
    await expect.poll(() => receiver.came.length).toBe(3);
    expect(JSON.parse(receiver.came[2] ?? '')).toMatchObject({ type: 'verification.decided', data: { seq } });

    await systems.rotateOf('HR portal').click();
    await expectAccessible(page, 'a new key');
    await systems.rotateDo.click();
    const newKey = (await systems.shown('apiKey').textContent()) ?? '';
    await systems.keyTaken.click();
    await systems.said('wasRotated', 'HR portal').waitFor();
    await expect(visitByParty(api, venue.person(locale, 2))).rejects.toThrow('401');
    await visitByParty({ venue, apiKey: newKey }, venue.person(locale, 2));

    const [before] = await systems.keys.allTextContents();
    await systems.newKey.click();
    await expectAccessible(page, 'a new key of receipts');
    await systems.newKeyDo.click();
    await systems.wasNewKey.waitFor();
    await expect.poll(() => systems.keys.allTextContents()).toHaveLength(2);
    expect((await systems.keys.allTextContents())[1]).toBe(before);

    await systems.removeOf('HR portal').click();
    await systems.dialog.getByText(systems.say('removeText')).waitFor();
    await expectAccessible(page, 'remove a system');
    await systems.removeDo.click();
    await systems.said('wasRemoved', 'HR portal').waitFor();
    await systems.none.waitFor();
    await expect(visitByParty({ venue, apiKey: newKey }, venue.person(locale, 2))).rejects.toThrow('401');

    const acts = (await at.newRows(9)).map(({ reason }) => reason?.replace(/ [a-z0-9]{8}\b.*/, ' ID'));
    expect(acts.filter((reason) => reason !== null && reason !== undefined)).toEqual([
      'unlock',
      'party-add ID',
      'webhook-replay ID',
      'webhook-replay ID',
      'party-rotate ID',
      'receipt-rotate',
      'party-remove ID',
    ]);
  });
});
