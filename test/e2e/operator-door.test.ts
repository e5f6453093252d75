/** The door of the desk: its first operator, names and PINs, waits, the recovery code, and the ways back to visitors. */
import { beforeAll, describe, expect, test } from 'vitest';
import { problem, toHttpProblem } from '../../main/contract/public.ts';
import { buildDesk } from '../support/pages/desk-page.ts';
import { button, spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, comeToDoor, makeStaff, manager, openSession, reception } from './support/staff.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

/** Rows without what differs from run to run. */
const reasons = (rows: readonly { readonly reason: string | null }[]) => rows.map(({ reason }) => reason);

describe('a terminal without operators', () => {
  const venue = inVenue();

  test('asks for the first one before it serves, serves when that is put off, and makes them', async () => {
    const visitor = await enter(venue, 'en', { script: axeScript });
    const { page, face } = visitor;
    const { door, lock } = buildDesk(page, 'en');
    await page.goto(venue.launchUrl);
    await door.setUp.waitFor();
    await expectAccessible(page, 'set up');
    await door.later.click();
    await face.start.touch.waitFor();

    await page.goto(venue.launchUrl);
    await door.setUpName.fill('Asha Rao');
    await door.newPin.fill('123456');
    await door.samePin.fill('123457');
    await door.setUpDo.click();
    await page.getByText(door.sayPin('differs')).waitFor();
    await door.samePin.fill('123456');
    await door.setUpDo.click();
    await page.getByText(door.sayPin('a-run')).waitFor();
    await expectAccessible(page, 'set up with problems');
    await door.newPin.fill(manager.pin);
    await door.samePin.fill(manager.pin);
    await door.setUpDo.click();
    await door.recoveryCode.waitFor();
    await expect.poll(() => door.recoveryCode.textContent()).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
    await expectAccessible(page, 'recovery code');
    await door.written.click();
    await lock.waitFor();
    expect(await page.locator('.recovery-code').count()).toBe(0);
    const [added, ...rows] = reasons(await visitor.newRows(3));
    expect(added).toMatch(/^operator-add [a-z0-9]{6} manager$/);
    expect(rows).toEqual(['recovery-code', 'unlock']);
  });
});

describe('the door', () => {
  const venue = inVenue();
  let recoveryCode = '';
  beforeAll(async () => {
    recoveryCode = await makeStaff(venue, manager, reception);
  });

  test('is found by five touches in a corner, and left again', async () => {
    const { page, face, newRows } = await enter(venue, 'en');
    const { door } = buildDesk(page, 'en');
    await face.start.touch.waitFor();
    for (let touch = 0; touch < 5; touch += 1) {
      await page.mouse.click(12, 12);
    }
    await door.who.waitFor();
    await door.cancel.click();
    await face.start.touch.waitFor();
    await page.keyboard.press('Control+Alt+KeyO');
    await door.who.waitFor();
    await newRows(0);
  });

  test('goes back to visitors when nobody uses it for half a minute', async () => {
    const { page, desk, face } = await comeToDoor(venue, 'en', { clock: true });
    await desk.door.who.waitFor();
    await page.clock.fastForward(29_000);
    await desk.door.name(manager.name).click();
    await page.clock.fastForward(29_000);
    await expect.poll(() => desk.door.pin.isVisible()).toBe(true);
    await page.clock.fastForward(1_000);
    await face.start.touch.waitFor();
  });

  test('opens by touch alone, shows no digit, and locks', async () => {
    const { page, desk, face, newRows } = await comeToDoor(venue, 'en');
    await desk.door.name(reception.name).click();
    for (const digit of reception.pin) {
      await desk.door.digit(digit).click();
    }
    await expect.poll(() => desk.door.pin.getAttribute('type')).toBe('password');
    await desk.door.unlock.click();
    await desk.title('today').waitFor();
    expect(await page.getByText(reception.pin).count()).toBe(0);
    // What managers alone do is not there.
    expect(await desk.link('operators').count()).toBe(0);
    await desk.lock.click();
    await face.start.touch.waitFor();
    const asked = await page.evaluate(async () => (await fetch('/api/v1/entries/stats')).status);
    expect(asked).toBe(401);
    expect(reasons(await newRows(2))).toEqual(['unlock', 'lock']);
  });

  test('opens by keyboard alone', async () => {
    const { page, desk } = await comeToDoor(venue, 'en');
    await desk.door.name(manager.name).focus();
    await page.keyboard.press('Enter');
    await desk.door.pin.waitFor();
    await page.keyboard.type(manager.pin);
    await page.keyboard.press('Enter');
    await desk.title('today').waitFor();
    await desk.link('operators').focus();
    await page.keyboard.press('Enter');
    await desk.title('operators').waitFor();
  });

  test('says how many tries are left, and counts the wait down', async () => {
    const { page, desk, newRows } = await comeToDoor(venue, 'en', { clock: true });
    const { door } = desk;
    await door.name(reception.name).click();
    await door.open('12');
    await expect.poll(() => door.note.textContent()).toBe(door.say('short'));
    for (const left of [9, 8]) {
      await door.open('999999');
      await expect
        .poll(() => door.note.textContent())
        .toBe(`${door.say('wrong')} ${door.say('left', { count: left })}`);
    }
    expect(await door.wait.textContent()).toBe('');
    // From here on time stands still for the page but where the test moves it.
    await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
    await door.open('999999');
    await expect.poll(() => door.wait.textContent()).toBe(door.say('wait', { time: '0:05' }));
    await page.clock.runFor(2_100);
    expect(await door.wait.textContent()).toBe(door.say('wait', { time: '0:03' }));
    await door.pin.fill(reception.pin);
    await page.keyboard.press('Enter');
    // While it waits nothing is asked.
    await expect.poll(() => door.pin.inputValue()).toBe(reception.pin);
    expect(reasons(await newRows(3))).toEqual(['unlock-failed', 'unlock-failed', 'unlock-failed']);
  });

  test('tells whoever is locked out what opens the door again', async () => {
    const { page, desk } = await comeToDoor(venue, 'en');
    const { door } = desk;
    // Ten wrong PINs take an hour of waits: the answer to the tenth is put in the place of the first one's.
    await page.route('**/api/v1/operator/session', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 403,
            contentType: 'application/problem+json',
            json: toHttpProblem(problem('locked-out').error),
          })
        : route.continue(),
    );
    await door.name(reception.name).click();
    await door.open('999999');
    await expect.poll(() => door.note.textContent()).toBe(door.say('out'));
    await door.forgotten.click();
    await door.recover.waitFor();
  });

  test('counts wrong PINs of two windows together', async () => {
    const [one, other] = [await openSession(venue), await openSession(venue)];
    const door = await one('GET', 'operator/door');
    const operators: readonly { readonly id: string; readonly name: string }[] = Object(door.value).operators;
    const operator = operators.find(({ name }) => name === manager.name)?.id;
    const tries = [];
    for (const ask of [one, other]) {
      tries.push(await ask('POST', 'operator/session', { operator, pin: '999999' }));
    }
    expect(tries.map(({ value }) => Object(value).attemptsLeft)).toEqual([9, 8]);
  });

  test('opens with the recovery code, once, and gives a new PIN', async () => {
    const { page, desk } = await comeToDoor(venue, 'en');
    const { door } = desk;
    await door.name(manager.name).click();
    await door.forgotten.click();
    await door.code.fill('0000-0000-0000-0000');
    await door.newPin.fill('815926');
    await door.samePin.fill('815926');
    await door.recoverDo.click();
    await page.getByText(door.say('codeWrong')).waitFor();
    await door.code.fill(recoveryCode.toLowerCase().replaceAll('-', ' '));
    await door.recoverDo.click();
    await desk.lock.waitFor();
    // The paper is worth nothing now, and the new PIN opens.
    await page.reload();
    await door.name(manager.name).click();
    await door.forgotten.click();
    await door.code.fill(recoveryCode);
    await door.newPin.fill('604827');
    await door.samePin.fill('604827');
    await door.recoverDo.click();
    await page.getByText(door.say('codeWrong')).waitFor();
    await button(page, door.say('back')).click();
    await door.open('815926');
    await desk.lock.waitFor();
  });
});

describe.each(spoken)('in %s', (locale) => {
  const venue = inVenue();

  beforeAll(() => makeStaff(venue, manager, reception));

  test('every screen of the door can be used by everybody', async () => {
    const { page, desk } = await comeToDoor(venue, locale, { script: axeScript });
    const { door } = desk;
    await door.who.waitFor();
    await expectAccessible(page, 'names');
    await door.name(manager.name).click();
    await door.pin.waitFor();
    await expectAccessible(page, 'PIN');
    await door.open('999999');
    await expect.poll(() => door.note.textContent()).toContain(door.say('wrong'));
    await expectAccessible(page, 'wrong PIN');
    await door.forgotten.click();
    await door.recover.waitFor();
    await expectAccessible(page, 'recovery');
  });
});

describe('an open desk', () => {
  const venue = inVenue();

  beforeAll(() => makeStaff(venue, manager));

  test('says when it will lock itself, and stays when somebody wants that', async () => {
    const { page, desk, watch } = await comeToDesk(venue, 'en', manager, { clock: true, script: axeScript });
    await desk.title('today').waitFor();
    await page.clock.fastForward(99_000);
    expect(await desk.stay.isVisible()).toBe(false);
    await page.clock.fastForward(2_000);
    await desk.locksIn(19).waitFor();
    await expectAccessible(page, 'countdown');
    await desk.stay.click();
    await desk.stay.waitFor({ state: 'hidden' });
    expect(watch.requests.filter((request) => request.endsWith('/session/touch')).length).toBeGreaterThan(0);
  });

  test('shows the door, and nothing of what it held, when its session is gone', async () => {
    const { page, desk } = await comeToDesk(venue, 'en', manager);
    await desk.link('operators').click();
    await desk.operators.row(manager.name).waitFor();
    // Another window of the same browser: whoever loads the page stands before a locked door.
    const other = await page.context().newPage();
    await other.goto(page.url());
    await buildDesk(other, 'en').door.pin.waitFor();
    await desk.link('today').click();
    await desk.door.pin.waitFor();
    expect(await page.getByRole('row').count()).toBe(0);
  });
});
