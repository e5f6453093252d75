/** Staff see to the terminal itself: out of order with a word to visitors, back, the head of the log, the report, a restart. */
import { describe, expect, test } from 'vitest';
import { figureWords } from '../../renderer/operator/pages/terminal/figure-words.ts';
import { buildDeskSay } from '../../renderer/operator/words.ts';
import { buildDesk } from '../support/pages/desk-page.ts';
import { buildTerminal } from '../support/pages/terminal-pages.ts';
import { spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, makeStaff, manager, openSession, reception } from './support/staff.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

describe('the terminal', () => {
  const venue = inVenue();

  test.each(spoken)('is taken out of order with a message, over a restart, and back: %s', async (locale) => {
    if (locale === 'en') {
      await makeStaff(venue, manager, reception);
    }
    const visitor = await enter(venue, locale);
    await visitor.face.start.touch.waitFor();
    const { page, desk, newRows, leave } = await comeToDesk(venue, locale, manager, { script: axeScript });
    const terminal = buildTerminal(page, locale);
    await desk.link('terminal').click();
    await expect.poll(() => terminal.headCode.textContent()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4} [0-9A-HJKMNP-TV-Z]{4}$/);
    const figures = buildDeskSay(figureWords, locale);
    await terminal.figure('state').getByText(figures('in-service'), { exact: true }).waitFor();
    await terminal.figure('crashes').getByText(figures('crashes-none'), { exact: true }).waitFor();
    await expectAccessible(page, `terminal, ${locale}`);
    const message = 'Cleaning until 10. Please use gate 2.';
    await terminal.message.fill(message);
    await terminal.stop.click();
    await terminal.stopDo.click();
    await terminal.text(terminal.sayReason('out-of-order')).waitFor();
    await visitor.page.getByText(message, { exact: true }).waitFor();
    await expectAccessible(page, `terminal, out of order, ${locale}`);
    await terminal.resume.click();
    await terminal.stop.waitFor();
    await visitor.face.start.touch.waitFor();
    expect((await newRows(3)).map(({ reason }) => reason)).toEqual(['unlock', 'out-of-order', 'return-to-service']);
    await leave();
  });

  test('stays out of order over a restart', async () => {
    const ask = await openSession(venue);
    const door = await ask('GET', 'operator/door');
    const [operator] = Object(door.value).operators;
    expect((await ask('POST', 'operator/session', { operator: operator.id, pin: manager.pin })).status).toBe(201);
    expect((await ask('POST', 'service/stop', { message: 'Back at 10.' })).status).toBe(200);
    await venue.restart();
    const visitor = await enter(venue, 'en');
    await visitor.page.getByText('Back at 10.', { exact: true }).waitFor();
    const { page } = await enter(venue, 'en');
    const desk = buildDesk(page, 'en');
    await page.goto(new URL('/operator', venue.launchUrl).href);
    await desk.door.name(manager.name).click();
    await desk.door.open(manager.pin);
    const terminal = buildTerminal(page, 'en');
    await desk.link('terminal').click();
    await terminal.resume.click();
    await visitor.face.start.touch.waitFor();
  });

  test('tells reception how it is, and leaves the rest to managers; its report names nobody', async () => {
    const { page, desk } = await comeToDesk(venue, 'en', reception);
    const terminal = buildTerminal(page, 'en');
    await desk.link('terminal').click();
    await terminal.text(terminal.say('managers-only')).waitFor();
    expect(await terminal.stop.count()).toBe(0);
    expect(await terminal.leave.count()).toBe(0);
    await terminal.write.click();
    await terminal.report.waitFor();
    const report = await terminal.report.inputValue();
    expect(report).toContain('terminal: gate-1');
    expect(report).toContain('journal_mode wal');
    expect(report).not.toContain(manager.name);
  });

  test('begins anew when a manager restarts it', async () => {
    const { page, desk, newRows } = await comeToDesk(venue, 'en', manager, { hostVanishes: true });
    const terminal = buildTerminal(page, 'en');
    await desk.link('terminal').click();
    await terminal.restart.click();
    await terminal.restartDo.click();
    await terminal.text(terminal.say('ending')).waitFor();
    expect((await newRows(2)).map(({ reason }) => reason)).toEqual(['unlock', 'restart']);
    await expect
      .poll(async () => (await fetch(new URL('/readyz', venue.launchUrl)).catch(() => undefined))?.status, {
        timeout: 20_000,
      })
      .toBe(200);
  });
});
