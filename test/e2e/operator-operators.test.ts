/** Operators, as a manager sees to them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { keyWords } from '../../renderer/operator/keys/words.ts';
import { buildDeskSay } from '../../renderer/operator/words.ts';
import { button, spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, makeStaff, manager, reception } from './support/staff.ts';
import { inVenue } from './support/venue.ts';

describe.each(spoken)('in %s', (locale) => {
  const venue = inVenue();
  beforeAll(() => makeStaff(venue, manager));

  test('operators are added, given a new PIN and disabled, and each act is a row', async () => {
    const at = await comeToDesk(venue, locale, manager, { script: axeScript });
    const { page, desk } = at;
    const { operators, door } = desk;
    await desk.link('operators').click();
    await operators.row(manager.name).waitFor();
    await expectAccessible(page, 'operators');

    await operators.add.click();
    await operators.name.fill('  ');
    await door.newPin.fill('111111');
    await door.samePin.fill('111111');
    await page.keyboard.press('Enter');
    await page.getByText(operators.say('nameEmpty')).waitFor();
    await operators.name.fill(reception.name);
    await operators.addDo.click();
    await page.getByText(door.sayPin('repeated')).waitFor();
    await expectAccessible(page, 'add an operator');
    await door.newPin.fill(reception.pin);
    await door.samePin.fill(reception.pin);
    await operators.addDo.click();
    await operators.said('added', reception.name).waitFor();
    await operators.row(reception.name).waitFor();

    await operators.resetOf(reception.name).click();
    await door.newPin.fill('815926');
    await door.samePin.fill('815926');
    await operators.resetDo.click();
    await operators.said('wasReset', reception.name).waitFor();

    await operators.disableOf(manager.name).click();
    await operators.disableDo.click();
    await operators.dialog.getByText(operators.say('lastManager')).waitFor();
    await expectAccessible(page, 'disable an operator');
    await page.keyboard.press('Escape');
    await operators.disableOf(reception.name).click();
    await operators.disableDo.click();
    await operators.said('wasDisabled', reception.name).waitFor();
    await expect.poll(() => operators.row(reception.name).textContent()).toContain(operators.say('disabled'));

    await operators.newCode.click();
    await operators.codeDo.click();
    await door.recoveryCode.waitFor();
    await expectAccessible(page, 'new recovery code');
    // It is shown once: nothing but the button takes it away.
    await page.keyboard.press('Escape');
    await expect.poll(() => door.recoveryCode.isVisible()).toBe(true);
    await door.written.click();
    await operators.dialog.waitFor({ state: 'hidden' });

    const rows = await at.newRows(5);
    expect(rows.map(({ reason }) => reason?.replace(/ [a-z0-9]{6}/, ' ID'))).toEqual([
      'unlock',
      'operator-add ID reception',
      'operator-reset ID',
      'operator-disable ID',
      'recovery-code',
    ]);
    const text = JSON.stringify(rows);
    for (const secret of [reception.name, reception.pin, '815926']) {
      expect(text).not.toContain(secret);
    }
  });

  test('a terminal without a keyboard brings up keys of its own', async () => {
    const { page, desk } = await comeToDesk(venue, locale, manager, { script: axeScript, touch: true });
    const { operators, door } = desk;
    const keys = buildDeskSay(keyWords, locale);
    await desk.link('operators').tap();
    await operators.add.tap();
    await operators.name.tap();
    const letters = page.getByRole('group', { name: keys('keyboard'), exact: true });
    await letters.waitFor();
    await button(page, '7').tap();
    await button(letters, locale === 'en' ? 'a' : 'क').tap();
    await expect.poll(() => operators.name.inputValue()).toBe(locale === 'en' ? '7a' : '7क');
    await expectAccessible(page, 'on-screen letters');
    await door.newPin.tap();
    await letters.waitFor({ state: 'hidden' });
    await button(page, '8').tap();
    await button(page, '1').tap();
    await expect.poll(() => door.newPin.inputValue()).toBe('81');
    await expectAccessible(page, 'on-screen digits');
    // What is touched beside the keys is what is pressed, though they go away.
    await desk.close.tap();
    await operators.dialog.waitFor({ state: 'hidden' });
  });
});
