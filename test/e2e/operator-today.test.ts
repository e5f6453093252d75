/** The day at a glance, and a reception desk that starts there. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDesk } from '../support/pages/desk-page.ts';
import { buildFace } from '../support/pages/face.ts';
import { spoken } from '../support/pages/view.ts';
import { visitByApi } from './support/api-visit.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, makeStaff, manager, openSession, reception } from './support/staff.ts';
import { inVenue, type Venue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

/** A decision by hand of the manager, in a session of its own. */
async function decideByHand(venue: Venue, decision: string): Promise<void> {
  const ask = await openSession(venue);
  const door = await ask('GET', 'operator/door');
  const operators: readonly { readonly id: string; readonly name: string }[] = Object(door.value).operators;
  const operator = operators.find(({ name }) => name === manager.name)?.id;
  expect((await ask('POST', 'operator/session', { operator, pin: manager.pin })).status).toBe(201);
  const decided = await ask('POST', 'entries', { decision, purpose: 'visitor', reason: 'Has no phone' });
  expect(decided.status).toBe(201);
  await ask('DELETE', 'operator/session');
}

describe.each(spoken)('today in %s', (locale) => {
  const venue = inVenue();
  beforeAll(() => makeStaff(venue, manager, reception));

  test('counts how visits ended, those decided by hand apart, and follows what comes', async () => {
    await visitByApi(venue, venue.person(locale, 2));
    await visitByApi(venue, venue.person(locale, 0));
    await decideByHand(venue, 'referred');
    const at = await comeToDesk(venue, locale, reception, { script: axeScript });
    const { page, desk } = at;
    const { today, sayOutcome } = desk;
    const expectCounts = (counts: readonly string[]) =>
      expect
        .poll(() =>
          Promise.all(
            [
              sayOutcome('admitted'),
              sayOutcome('referred'),
              sayOutcome('refused'),
              today.say('byHand'),
              today.say('waiting'),
            ].map((words) => today.count(words).textContent()),
          ),
        )
        .toEqual(counts);
    await expectCounts(['1', '0', '1', '1', '0']);
    await today.drawing.waitFor();
    await expectAccessible(page, 'today');

    const { seq } = await visitByApi(venue, venue.person(locale, 2));
    await today.entry(seq).waitFor();
    await expectCounts(['2', '0', '1', '1', '0']);
    const rows = await at.newRows(2);
    expect(rows.map(({ outcome, reason, channel }) => ({ outcome, reason, channel }))).toEqual([
      { outcome: 'act', reason: 'unlock', channel: 'operator' },
      { outcome: 'admitted', reason: null, channel: 'kiosk' },
    ]);

    // The same numbers as words, by keyboard.
    await today.asTable.focus();
    await page.keyboard.press('Enter');
    const [head = '', line = ''] = await today.table.getByRole('row').allInnerTexts();
    const cells = (text: string) => text.split('\t').map((cell) => cell.trim());
    expect(cells(head).slice(1, 4)).toEqual([sayOutcome('admitted'), sayOutcome('referred'), sayOutcome('refused')]);
    expect(cells(line).slice(1)).toEqual(['2', '0', '1', '0', '0', '0', '1', '4']);
    await expectAccessible(page, 'today with its table');
  });

  test('shows another day, and the way back', async () => {
    const { page, desk } = await comeToDesk(venue, locale, reception, { script: axeScript });
    const { today } = desk;
    const shown = await today.day.inputValue();
    await today.earlier.click();
    await today.none.waitFor();
    expect(await today.day.inputValue()).not.toBe(shown);
    await expect.poll(() => today.count(desk.sayOutcome('admitted')).textContent()).toBe('0');
    await expectAccessible(page, 'yesterday');
    await today.day.fill('2020-02-29');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('2020');
    await today.now.click();
    await desk.title('today').waitFor();
    await expect.poll(() => today.count(desk.sayOutcome('admitted')).textContent()).toBe('2');
  });

  test('lets nobody who has not unlocked know what comes', async () => {
    const { page } = await comeToDesk(venue, locale, reception);
    const heard = await page.evaluateHandle(async () => {
      const events: string[] = [];
      const source = new EventSource('/api/v1/events');
      source.addEventListener('message', ({ data }) => events.push(JSON.parse(data).type));
      await new Promise((resolve) => source.addEventListener('open', resolve));
      return events;
    });
    const listen = () => heard.evaluate((events) => events);
    await visitByApi(venue, venue.person(locale, 2));
    await expect.poll(listen).toContain('entry');
    await page.evaluate(() => fetch('/api/v1/operator/session', { method: 'DELETE' }));
    const before = (await listen()).length;
    const { seq } = await visitByApi(venue, venue.person(locale, 2));
    expect(seq).toBeGreaterThan(0);
    expect((await listen()).slice(before)).not.toContain('entry');
  });
});

describe('a reception desk', () => {
  const venue = inVenue({ kiosk: { mode: 'reception' } });
  beforeAll(() => makeStaff(venue, manager));

  test('starts at its door, sends a visitor through, and comes back locked', async () => {
    const visitor = await enter(venue, 'en', { script: axeScript });
    const { page, face } = visitor;
    const desk = buildDesk(page, 'en');
    await desk.door.open(manager.pin);
    await desk.title('today').waitFor();
    await expectAccessible(page, 'reception desk');

    await desk.newVisitor.click();
    await face.start.touch.waitFor();
    expect(await page.evaluate(async () => (await fetch('/api/v1/entries/stats')).status)).toBe(401);
    await face.bar.cancel.click();
    await desk.door.pin.waitFor();

    await desk.door.open(manager.pin);
    await desk.newVisitor.click();
    // The desk has a button of the same name.
    await face.start.touch.waitFor();
    await face.start.language.click();
    await face.consent.decline.click();
    await face.reception.done.click();
    await desk.door.pin.waitFor();
    const rows = await visitor.newRows(5);
    expect(rows.map(({ reason, outcome }) => reason ?? outcome)).toEqual([
      'unlock',
      'lock',
      'unlock',
      'lock',
      'declined',
    ]);
  });

  test("begins a visit on the visitor's screen where one is there", async () => {
    const { page, leave } = await enter(venue, 'en');
    const desk = buildDesk(page, 'en');
    await desk.door.open(manager.pin);
    // The screens of the test before are gone once the terminal has noticed that they are.
    const tellsOfNone = async () => {
      await desk.onScreen.click();
      await desk.onScreenNone.or(desk.onScreenDone).waitFor();
      return desk.onScreenNone.isVisible();
    };
    await expect.poll(tellsOfNone, { timeout: 15_000 }).toBe(true);
    const screen = await page.context().newPage();
    await screen.goto(new URL('/kiosk?screen', venue.launchUrl).href);
    const face = buildFace(screen, 'en');
    await face.start.touch.waitFor();
    await desk.onScreen.click();
    await desk.onScreenDone.waitFor();
    await face.consent.agree.waitFor();
    await leave();
  });
});
