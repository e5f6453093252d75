/** Staff see which passes hold and revoke them: from the list, by the pass itself, by keyboard alone. */
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFace } from '../support/pages/face.ts';
import { buildPassesPage } from '../support/pages/passes-page.ts';
import { spoken } from '../support/pages/view.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { holdToReader } from './support/reader.ts';
import { comeToDesk, makeStaff, manager, reception } from './support/staff.ts';
import { comeToCode, enterCode } from './support/steps.ts';
import { findTraces } from './support/traces.ts';
import { inVenue } from './support/venue.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue({ kiosk: { idleSeconds: 600 }, passes: { purposes: ['employee'] } });

beforeAll(() => makeStaff(venue, manager, reception));

/** Somebody is admitted with a pass, and leaves; answers the pass and the number of the entry. */
async function giveOut(): Promise<{ readonly token: string; readonly seq: number }> {
  const visitor = await enter(venue, 'en');
  const { face } = visitor;
  const person = venue.person('en', 2);
  await comeToCode(visitor, person, 'employee');
  await enterCode(visitor, person);
  await face.result.heading('admitted').waitFor();
  const token = await face.pass.read();
  const { seq } = await face.result.proof();
  await visitor.leave();
  return { token, seq: Number(seq) };
}

describe.each(spoken)('in %s', (locale) => {
  test('a pass is revoked from the list, with a reason, and is refused at the start', async () => {
    const { token, seq } = await giveOut();
    const at = await comeToDesk(venue, locale, reception, { script: axeScript, clock: true });
    const { page, desk, face } = at;
    const passes = buildPassesPage(page, locale);
    await desk.link('passes').click();
    await passes.hereOnly.waitFor();
    await passes.row(seq).getByText(passes.say('holds'), { exact: true }).waitFor();
    await expectAccessible(page, 'passes');
    await passes.revokeOf(seq).click();
    await expect.poll(() => passes.pass.inputValue()).toBe(String(seq));
    await page.keyboard.press('Enter');
    await passes.reasonShort.waitFor();
    await page.keyboard.type('9876543210 lost it');
    await page.keyboard.press('Enter');
    await passes.reasonRefused.waitFor();
    await expectAccessible(page, 'passes with a problem');
    await passes.reason.fill('Lost phone');
    await page.keyboard.press('Enter');
    await passes.revoked(seq).waitFor();
    await passes.row(seq).getByText(passes.say('isRevoked'), { exact: true }).waitFor();
    await expectAccessible(page, 'passes, one revoked');
    const rows = await at.newRows(2);
    expect(rows.at(-1)).toMatchObject({
      outcome: 'act',
      channel: 'operator',
      operator: rows[0]?.operator,
      reason: `pass-revoke ${seq}: Lost phone`,
    });
    await desk.lock.click();
    await face.start.touch.waitFor();
    await holdToReader(page, token);
    const english = buildFace(page, 'en');
    await english.pass.refused.waitFor();
    await english.pass.reason('revoked').waitFor();
  });

  test('a pass that is held to the reader is revoked, and leaves the screen before the reason is asked for', async () => {
    const { token, seq } = await giveOut();
    const at = await comeToDesk(venue, locale, reception, { clock: true });
    const { page, desk } = at;
    const passes = buildPassesPage(page, locale);
    await desk.link('passes').click();
    await passes.row(seq).waitFor();
    await passes.pass.focus();
    await holdToReader(page, token);
    await passes.wasRead.waitFor();
    expect(await findTraces(page, [token.slice(0, 40), token.slice(-40)])).toEqual([]);
    await passes.reason.fill('Left the company');
    await passes.revoke.click();
    await passes.revoked(seq).waitFor();
    await passes.pass.fill('999999');
    await passes.reason.fill('Not there');
    await passes.revoke.click();
    await passes.notFound.waitFor();
  });
});
