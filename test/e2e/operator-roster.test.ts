/** The roster through the page: a file with its problems, the import, who is verified, the table, and the end of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openForReading } from '../../main/core/db/database.ts';
import { buildRosterPage } from '../support/pages/roster-page.ts';
import type { Spoken } from '../support/pages/view.ts';
import { spoken } from '../support/pages/view.ts';
import { enterKiosk } from '../support/visitor-client.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import type { Known } from './support/people.ts';
import { comeToDesk, makeStaff, manager, openSession, reception } from './support/staff.ts';
import { inVenue, type Venue } from './support/venue.ts';
import type { VisitorOptions } from './support/visitor.ts';

/** Opens the page of the roster at the desk of one of the staff. */
async function comeToRoster(venue: Venue, locale: Spoken, staff = manager, options: VisitorOptions = {}) {
  const at = await comeToDesk(venue, locale, staff, { ...options, script: axeScript });
  await at.desk.link('roster').click();
  await at.desk.title('roster').waitFor();
  return { ...at, roster: buildRosterPage(at.page, locale) };
}

/** The roster as it lies in the file. */
function readRoster(venue: Venue): readonly string[] {
  const database = openForReading(join(venue.data, 'pravesh.db'));
  try {
    const sql = 'SELECT reference FROM roster_people JOIN roster USING (generation) ORDER BY reference';
    return database.prepare<[], string>(sql).pluck().all();
  } finally {
    database.close();
  }
}

/** Lets somebody be verified, as the kiosk's page does. */
async function visit(venue: Venue, person: Known): Promise<void> {
  const client = await enterKiosk(venue.launchUrl);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const started = await client['verification.start']({
    fullName: person.fullName,
    mobileNumber: person.mobileNumber,
    purpose: 'visitor',
    consent: { version, locale: 'en', accepted: true },
  });
  const id = started.ok ? started.value.id : '';
  const decided = await client['verification.submitOtp']({ id, otp: venue.newestOtp(person.mobileNumber) });
  expect(decided).toMatchObject({ ok: true, value: { state: 'decided' } });
}

const reasons = (rows: readonly { readonly reason: string | null }[]) => rows.map(({ reason }) => reason);
const inventMany = (count: number) =>
  `Employee ID,Full name,Mobile\n${Array.from({ length: count }, (_, row) => `E${row},Bina Devi ${row},${7_000_000_000 + row}`).join('\n')}\n`;

describe('a roster', () => {
  const venue = inVenue();

  test('comes in once its file is right, tells who is verified, and is carried away as a table', async () => {
    await makeStaff(venue, manager, reception);
    const { page, roster, newRows } = await comeToRoster(venue, 'en');
    const { say } = roster;
    await roster.text(say('no-roster')).waitFor();
    await expectAccessible(page, 'no roster');

    const known = venue.person('en', 2);
    const good = `E1,${known.fullName},${known.mobileNumber}`;
    await roster.takeFile('staff.csv', `Employee ID,Full name,Mobile\n${good}\nE2,Bina Devi,12345\n\nE1,,9876543210\n`);
    await roster.text(say('good-of', { good: 1, rows: 3 })).waitFor();
    expect(await roster.rowsOf('problems')).toEqual([
      ['3', say('column-mobile'), say('problem-not-a-mobile-number')],
      ['5', say('column-name'), say('problem-missing')],
    ]);
    await expect.poll(() => roster.importAll(1).getAttribute('aria-disabled')).toBe('true');
    // It waits, and does nothing for those who press it all the same.
    await roster.importAll(1).dispatchEvent('click');
    await expectAccessible(page, 'a file with problems');
    expect(readRoster(venue)).toEqual([]);

    await roster.otherFile.click();
    await roster.takeFile('staff.csv', `Employee ID,Full name,Mobile\n${good}\n10,Bina Devi,9876543211\n`);
    await roster.importAll(2).click();
    await roster.text(say('done', { rows: 2, added: 2, kept: 0, removed: 0 })).waitFor();
    await roster.text(say('verified-of', { verified: 0, rows: 2, percent: '0%' })).waitFor();
    await expect.poll(() => roster.missing.allTextContents()).toEqual(['10', 'E1']);
    expect(readRoster(venue)).toEqual(['10', 'E1']);

    await visit(venue, known);
    await roster.show.selectOption({ label: say('show-all') });
    await expect
      .poll(() => roster.rowsOf('people'))
      .toEqual([
        ['10', say('missing'), '', ''],
        ['E1', say('status-2'), expect.stringMatching(/\d/), expect.stringMatching(/^\d+$/)],
      ]);
    // The numbers follow by themselves some seconds after the visit.
    await roster.text(say('verified-of', { verified: 1, rows: 2, percent: '50%' })).waitFor();
    await expectAccessible(page, 'coverage');

    const downloading = page.waitForEvent('download');
    await roster.save.click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^pravesh-coverage-.+\.csv$/);
    const table = readFileSync(await download.path(), 'utf8');
    expect(table).toMatch(
      /^\uFEFFreference,verified,status,verified_at,entry\r\n"10",no,,,\r\n"E1",yes,2,20[^,]+Z,\d+\r\n$/,
    );

    const rows = await newRows(6);
    expect(reasons(rows)).toEqual(['unlock', 'roster-import 2', 'view: roster', null, 'view: roster', 'roster-export']);
    const acts = rows.filter(({ outcome }) => outcome === 'act');
    expect(acts.every(({ channel, operator }) => channel === 'operator' && operator !== null)).toBe(true);
  });

  test('is seen by reception, who can neither replace nor remove it', async () => {
    const { desk, roster } = await comeToRoster(venue, 'en', reception);
    await roster.save.waitFor();
    await expect.poll(() => roster.missing.allTextContents()).toEqual(['10']);
    expect(await roster.choose.count()).toBe(0);
    expect(await roster.remove.count()).toBe(0);
    await desk.lock.click();
    const ask = await openSession(venue);
    const file = { text: inventMany(1), mapping: { reference: 0, name: 1, mobile: 2 } };
    expect((await ask('POST', 'roster', file)).status).toBe(401);
    const { operators } = Object((await ask('GET', 'operator/door')).value);
    const { id } = operators.find(({ name }: { readonly name: string }) => name === reception.name);
    expect((await ask('POST', 'operator/session', { operator: id, pin: reception.pin })).status).toBe(201);
    expect((await ask('POST', 'roster', file)).status).toBe(403);
    expect((await ask('DELETE', 'roster')).status).toBe(403);
    expect((await ask('GET', 'roster')).status).toBe(200);
    expect(readRoster(venue)).toEqual(['10', 'E1']);
  });

  test('is removed by a manager who means it', async () => {
    const { page, roster, newRows } = await comeToRoster(venue, 'en');
    await roster.remove.click();
    await page.keyboard.press('Escape');
    expect(readRoster(venue)).toHaveLength(2);
    await roster.remove.click();
    await expectAccessible(page, 'remove');
    await roster.removeDo.click();
    await roster.text(roster.say('remove-done')).waitFor();
    expect(readRoster(venue)).toEqual([]);
    expect(reasons(await newRows(3))).toEqual(['unlock', 'view: roster', 'roster-remove']);
  });
});

describe('a table', () => {
  const venue = inVenue();

  test('is typed, mapped and imported by keyboard alone', async () => {
    await makeStaff(venue, manager);
    const { page, roster } = await comeToRoster(venue, 'en');
    await roster.paste.focus();
    await page.keyboard.type('Wer;Handy;Nr\nAsha Rao;9876543210;A1');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await roster.text(roster.say('choose-columns')).waitFor();
    for (const [field, title] of [
      ['name', 'Wer'],
      ['mobile', 'Handy'],
      ['reference', 'Nr'],
    ] as const) {
      await roster.column(field).focus();
      await page.keyboard.type(title);
      await page.keyboard.press('Tab');
    }
    await roster.importAll(1).focus();
    await expect.poll(() => roster.importAll(1).getAttribute('aria-disabled')).toBeNull();
    await page.keyboard.press('Enter');
    await expect.poll(() => readRoster(venue)).toEqual(['A1']);
  });

  test('is pasted as spreadsheets copy it', async () => {
    const { page, roster } = await comeToRoster(venue, 'en');
    await roster.paste.focus();
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, 'नाम\tमोबाइल\tकोड\r\nमीना देवी\t९८७६५४३२१०\tक१\r\n');
    await roster.importAll(1).click();
    await expect.poll(() => readRoster(venue)).toEqual(['क१']);
  });

  test('is dropped onto the page, beside its place without harm', async () => {
    const { page, roster } = await comeToRoster(venue, 'en');
    const drop = (where: string) =>
      page.evaluate((selector) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['id,name,mobile\nD1,Asha Rao,9876543210\n'], 'staff.csv'));
        const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector(selector)?.dispatchEvent(event);
        return event.defaultPrevented;
      }, where);
    // The page listens once it has been painted.
    await expect.poll(() => drop('h1')).toBe(true);
    await expect.poll(() => roster.paste.isVisible()).toBe(true);
    expect(await drop('.drop-place')).toBe(true);
    await roster.importAll(1).waitFor();
  });

  test('of fifty thousand people comes in, and the page shows no more of it than one can read', async () => {
    const { page, roster } = await comeToRoster(venue, 'en');
    await roster.takeFile('all.csv', inventMany(50_000));
    await roster.importAll(50_000).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await roster.importAll(50_000).click();
    await roster.text(roster.say('done', { rows: 50_000, added: 50_000, kept: 0, removed: 1 })).waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    const references = Array.from({ length: 50_000 }, (_, row) => `E${row}`).toSorted();
    await roster.nextPage.click();
    await expect.poll(async () => (await roster.missing.allTextContents())[0]).toBe(references[100]);
    await expect.poll(() => roster.missing.count()).toBe(100);
    expect(readRoster(venue)).toHaveLength(50_000);
  });

  test.each<[string, Buffer, 'trouble-workbook' | 'trouble-not-utf-8' | 'trouble-empty']>([
    ['a workbook', Buffer.from('PK\u0003\u0004rest'), 'trouble-workbook'],
    ['text of another code', Buffer.from([0x6e, 0x61, 0xe9, 0x0a]), 'trouble-not-utf-8'],
    ['nothing', Buffer.from(' \r\n'), 'trouble-empty'],
  ])('that is %s is refused in words', async (_what, content, words) => {
    const { roster } = await comeToRoster(venue, 'en');
    await roster.takeFile('staff.csv', content);
    await expect.poll(() => roster.alert.textContent()).toBe(roster.say(words));
  });

  test('may be what Excel calls Unicode text', async () => {
    const { roster } = await comeToRoster(venue, 'en');
    const text = 'Name\tMobile\tID\r\nमीना देवी\t9876543210\tE7\r\n';
    await roster.takeFile('staff.txt', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    await roster.importAll(1).waitFor();
    expect(await roster.rowsOf('sample')).toEqual([['मीना देवी', '9876543210', 'E7']]);
  });
});

describe.each(spoken)('in %s', (locale) => {
  const venue = inVenue();

  test('every step can be used by everybody', async () => {
    await makeStaff(venue, manager);
    const { page, roster } = await comeToRoster(venue, locale);
    await roster.text(roster.say('no-roster')).waitFor();
    await expectAccessible(page, 'no roster');
    await roster.takeFile('staff.csv', 'a,b,c\nx,y,\n');
    await roster.text(roster.say('choose-columns')).waitFor();
    await expectAccessible(page, 'columns');
    await roster.otherFile.click();
    await roster.takeFile('staff.csv', `${inventMany(3)}E0,"x\n`);
    await roster.problems.waitFor();
    await expectAccessible(page, 'problems');
    await roster.otherFile.click();
    await roster.takeFile('staff.csv', inventMany(120));
    await roster.importAll(120).click();
    await roster.missing.first().waitFor();
    await expectAccessible(page, 'who is missing');
    await roster.show.selectOption({ label: roster.say('show-all') });
    await roster.people.waitFor();
    await expectAccessible(page, 'people');
  });
});

describe('a terminal that keeps nobody', () => {
  const venue = inVenue({ privacy: { identity: 'none' } });

  test('says that it can have no roster', async () => {
    await makeStaff(venue, manager);
    const { roster } = await comeToRoster(venue, 'en');
    await expect.poll(() => roster.alert.textContent()).toContain(roster.say('anonymous'));
    expect(await roster.choose.count()).toBe(0);
  });
});
