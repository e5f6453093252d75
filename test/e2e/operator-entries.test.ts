/** The entries as staff see them: live, filtered, searched, in full with their proof, and who looked. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  EntryReceipt,
  hashLeaf,
  readCheckpoint,
  readTlogProof,
  rootFromInclusion,
  toHex,
  toUtf8,
} from '../../main/contract/public.ts';
import { sha256 } from '../../main/core/tree/sha256.ts';
import { buildEntries } from '../support/pages/entries-page.ts';
import { spoken } from '../support/pages/view.ts';
import { visitByApi } from './support/api-visit.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, makeStaff, manager, openSession, reception } from './support/staff.ts';
import { inVenue } from './support/venue.ts';

/** The reasons of rows, as the log keeps them. */
const reasons = (rows: readonly { readonly reason: string | null }[]) => rows.map(({ reason }) => reason);

describe('the list', () => {
  const venue = inVenue();
  const visits: { readonly seq: number; readonly checkCode: string }[] = [];

  test('of a terminal with staff and two visits', async () => {
    await makeStaff(venue, manager, reception);
    visits.push(await visitByApi(venue, venue.person('en', 2)));
    visits.push(await visitByApi(venue, venue.person('hi', 1), 'employee'));
    expect(visits).toHaveLength(2);
  });

  test.each(spoken)('shows the visits, and new ones as they come, for one row in the log: %s', async (locale) => {
    const { page, desk, newRows } = await comeToDesk(venue, locale, reception, { script: axeScript });
    const entries = buildEntries(page, locale);
    await desk.link('entries').click();
    const [first, second] = visits;
    await entries.row(second?.seq ?? 0).waitFor();
    const line = entries.row(first?.seq ?? 0);
    await expect.poll(() => line.textContent()).toContain('A••• K•••••');
    await expect.poll(() => line.textContent()).toContain(desk.sayOutcome('admitted'));
    const arrived = await visitByApi(venue, venue.person(locale, 2));
    await entries.row(arrived.seq).waitFor();
    const rows = await newRows(3);
    expect(rows.map(({ outcome, reason, channel }) => [outcome, reason, channel])).toEqual([
      ['act', 'unlock', 'operator'],
      ['act', 'view: list', 'operator'],
      ['admitted', null, 'kiosk'],
    ]);
    await expectAccessible(page, `entries, ${locale}`);
  });

  test('is narrowed by outcome and purpose, and shows acts when they are asked for', async () => {
    const { page, desk } = await comeToDesk(venue, 'en', reception);
    const entries = buildEntries(page, 'en');
    await desk.link('entries').click();
    await entries.outcome.selectOption('admitted');
    await expect.poll(entries.seqs).toContain(visits[0]?.seq);
    await entries.purpose.selectOption('employee');
    await expect.poll(entries.seqs).toEqual([visits[1]?.seq]);
    await entries.clear.click();
    await entries.acts.check();
    await page.getByText('Unlocked the desk').first().waitFor();
    await entries.outcome.selectOption('fault');
    await entries.none.waitFor();
  });

  test.each(spoken)('finds an entry by number, check code, name and mobile number: %s', async (locale) => {
    const { page, desk, watch } = await comeToDesk(venue, locale, reception);
    const entries = buildEntries(page, locale);
    const person = venue.person(locale, 2);
    const { seq, checkCode } = await visitByApi(venue, person);
    await desk.link('entries').click();
    for (const text of [String(seq), checkCode, `${checkCode.slice(0, 4)} ${checkCode.slice(4).toLowerCase()}`]) {
      await entries.searchFor(text);
      await expect.poll(entries.seqs).toEqual([seq]);
      await entries.searchFor('');
      await expect.poll(async () => (await entries.seqs()).length).toBeGreaterThan(1);
    }
    await entries.searchFor(person.fullName);
    await expect.poll(async () => (await entries.seqs())[0]).toBe(seq);
    await entries.searchFor('Nobody Here');
    await entries.none.waitFor();
    await entries.searchFor(`+91 ${person.mobileNumber}`);
    await expect.poll(entries.seqs).toEqual([seq]);
    const addresses = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect([...addresses, page.url()].filter((address) => address.includes(person.mobileNumber))).toEqual([]);
    expect(watch.faults).toEqual([]);
  });

  test('goes on page by page', async () => {
    const ask = await openSession(venue);
    await ask('POST', 'operator/session', { pin: manager.pin, operator: await idOf(ask, manager.name) });
    for (let index = 0; index < 60; index += 1) {
      await ask('POST', 'entries', { decision: 'refused', purpose: 'visitor', reason: 'Did not consent' });
    }
    const { page, desk } = await comeToDesk(venue, 'en', reception);
    const entries = buildEntries(page, 'en');
    await desk.link('entries').click();
    await expect.poll(async () => (await entries.seqs()).length).toBe(50);
    await entries.older.click();
    await entries.row(visits[0]?.seq ?? 0).waitFor();
    await entries.end.waitFor();
    const seqs = await entries.seqs();
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(new Set(seqs).size).toBe(seqs.length);
  });
});

describe('one entry', () => {
  const venue = inVenue();

  test('is opened with the keyboard alone, and closed again', async () => {
    await makeStaff(venue, manager, reception);
    const visit = await visitByApi(venue, venue.person('en', 2));
    const { page, desk, newRows } = await comeToDesk(venue, 'en', reception);
    const entries = buildEntries(page, 'en');
    await desk.link('entries').focus();
    await page.keyboard.press('Enter');
    await entries.row(visit.seq).waitFor();
    await entries.rows.first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await entries.dialog(visit.seq).getByText(visit.checkCode).waitFor();
    await page.keyboard.press('Escape');
    await entries.dialog(visit.seq).waitFor({ state: 'detached' });
    expect(await entries.rows.first().evaluate((row) => row === document.activeElement)).toBe(true);
    expect(reasons(await newRows(3))).toEqual(['unlock', 'view: list', `view: entry ${visit.seq}`]);
  });

  test.each(spoken)('shows notice and proof, and its receipt is a proof: %s', async (locale) => {
    const visit = await visitByApi(venue, venue.person(locale, 2));
    const { page, desk } = await comeToDesk(venue, locale, reception, { script: axeScript });
    const entries = buildEntries(page, locale);
    await desk.link('entries').click();
    await entries.row(visit.seq).click();
    const dialog = entries.dialog(visit.seq);
    await dialog.getByText(visit.checkCode).waitFor();
    await expect.poll(() => dialog.locator('.notice-text').textContent()).toContain('Head Office');
    await expectAccessible(page, `entry, ${locale}`);
    const [download] = await Promise.all([page.waitForEvent('download'), entries.save.click()]);
    expect(download.suggestedFilename()).toBe(`pravesh-hq-gate-1-entry-${visit.seq}.json`);
    const receipt = EntryReceipt.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(JSON.parse(receipt.entry)).toMatchObject({ seq: visit.seq, outcome: 'admitted' });
    expect(receipt.entry).not.toContain('••');
    expectProven(receipt);
  });

  test('is led to from elsewhere, and says so when there is none', async () => {
    const { page, desk } = await comeToDesk(venue, 'en', reception);
    const entries = buildEntries(page, 'en');
    const arrived = await visitByApi(venue, venue.person('en', 2));
    await desk.today.entry(arrived.seq).click();
    await entries.dialog(arrived.seq).waitFor();
  });
});

describe('a log that keeps names in full', () => {
  const venue = inVenue({ privacy: { identity: 'full' } });

  test('shows them to a manager alone, for a reason that stays', async () => {
    await makeStaff(venue, manager, reception);
    const person = venue.person('en', 2);
    const { seq } = await visitByApi(venue, person);
    const { page, desk, newRows } = await comeToDesk(venue, 'en', manager, { script: axeScript });
    const entries = buildEntries(page, 'en');
    await desk.link('entries').click();
    await entries.row(seq).click();
    await entries.reveal.click();
    await entries.revealReason.fill('Asks for a lost bag');
    await expectAccessible(page, 'reveal');
    await entries.reveal.click();
    const dialog = entries.dialog(seq);
    await dialog.getByText(person.fullName, { exact: true }).waitFor();
    await dialog.getByText(person.mobileNumber, { exact: true }).waitFor();
    expect(reasons(await newRows(4)).at(-1)).toBe(`reveal: entry ${seq}: Asks for a lost bag`);
    await page.keyboard.press('Escape');
    await desk.lock.click();
    await expect.poll(() => page.content()).not.toContain(person.mobileNumber);
    await page.waitForFunction((name) => !document.body.textContent?.includes(name), person.fullName);
  });

  test('does not offer it to the reception, and refuses it', async () => {
    const { page, desk } = await comeToDesk(venue, 'en', reception);
    const entries = buildEntries(page, 'en');
    await desk.link('entries').click();
    await entries.rows.first().click();
    await page.locator('.entry-detail').waitFor();
    expect(await entries.reveal.count()).toBe(0);
    const ask = await openSession(venue);
    await ask('POST', 'operator/session', { pin: reception.pin, operator: await idOf(ask, reception.name) });
    const refused = await ask('POST', 'entries/1/reveal', { reason: 'Asks for a lost bag' });
    expect(refused).toMatchObject({ status: 403 });
  });
});

/** The identifier of an operator, as the door names it. */
async function idOf(ask: Awaited<ReturnType<typeof openSession>>, name: string): Promise<string> {
  const door = await ask('GET', 'operator/door');
  const { operators } = Object(door.value);
  return String(Array.from<{ id: string; name: string }>(operators).find((each) => each.name === name)?.id);
}

/** The entry of a receipt leads to the signed head. */
function expectProven({ entry, proof }: EntryReceipt): void {
  const { index, path, checkpoint } = readTlogProof(proof) ?? { index: -1, path: [], checkpoint: '' };
  const head = readCheckpoint(checkpoint);
  const leaf = hashLeaf(sha256, toUtf8(entry));
  const root = rootFromInclusion(sha256, leaf, index, head?.size ?? 0, path);
  expect(toHex(root ?? new Uint8Array())).toBe(toHex(head?.root ?? new Uint8Array(1)));
}
