/** The log is carried away from the desk: to a medium that is really mounted, with its proofs, and back out of a full one. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { whyNoMedia } from '../support/mounted-medium.ts';
import { buildExport } from '../support/pages/terminal-pages.ts';
import { spoken } from '../support/pages/view.ts';
import { runProgram } from '../support/program.ts';
import { visitByApi } from './support/api-visit.ts';
import { axeScript, expectAccessible } from './support/axe.ts';
import { comeToDesk, makeStaff, manager, reception } from './support/staff.ts';
import { inVenue } from './support/venue.ts';

const media = mkdtempSync(join(tmpdir(), 'pravesh-media-'));
const folder = join(media, 'office-share');
const full = join(media, 'gone');
mkdirSync(folder);
afterAll(() => rmSync(media, { recursive: true, force: true }));

/** The export that was written last. */
function newest(): string {
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  return readdirSync(folder).toSorted((a, b) => age(b) - age(a))[0] ?? '';
}

describe('the export page', () => {
  const venue = inVenue({ export: { folders: [folder, full] } });

  test.each(spoken)('writes what verifies, and says when it is safe: %s', async (locale) => {
    if (locale === 'en') {
      await makeStaff(venue, manager, reception);
    }
    await visitByApi(venue, venue.person(locale, 2));
    const { page, desk, newRows } = await comeToDesk(venue, locale, reception, { script: axeScript });
    const exporting = buildExport(page, locale);
    await desk.link('export').click();
    await exporting.drive('office-share').waitFor();
    await expect.poll(() => exporting.drive('office-share').isChecked()).toBe(true);
    expect(await exporting.reveal.count()).toBe(0);
    await expectAccessible(page, `export, ${locale}`);
    await exporting.start.click();
    await exporting.safe.waitFor();
    await expect.poll(() => exporting.safe.textContent()).toBe(`${exporting.say('finished')} ${exporting.say('safe')}`);
    await expectAccessible(page, `export, done, ${locale}`);
    const [unlock, row] = await newRows(2);
    expect(row).toMatchObject({ outcome: 'act', reason: 'export', operator: unlock?.operator });
    const verified = await runProgram(['verify', join(folder, newest()), '--json']);
    expect(verified.code).toBe(0);
    await exporting.another.click();
    await exporting.start.waitFor();
  });

  test('says what is wrong with days and keys, and lets a manager reveal', async () => {
    const { page, desk, newRows } = await comeToDesk(venue, 'en', manager);
    const exporting = buildExport(page, 'en');
    await desk.link('export').click();
    await exporting.drive('office-share').waitFor();
    await exporting.recipients.fill('not a key');
    await exporting.start.click();
    await exporting.text(exporting.say('wrong-recipient')).waitFor();
    await exporting.recipients.fill('');
    await exporting.span.selectOption('range');
    await exporting.from.fill('1999-01-01');
    await exporting.to.fill('1999-01-02');
    await exporting.start.click();
    await exporting.text(exporting.say('fault-nothing-in-range')).waitFor();
    await exporting.another.click();
    await exporting.drive('office-share').waitFor();
    await exporting.reveal.check();
    await exporting.start.click();
    await exporting.safe.waitFor();
    const rows = await newRows(3);
    expect(rows.map(({ reason }) => reason)).toEqual(['unlock', 'export', 'export-reveal']);
    expect(readdirSync(join(folder, newest()))).toContain('subjects.jsonl');
  });
});

describe('a stick that is not there', () => {
  const venue = inVenue();

  test('is waited for', async () => {
    await makeStaff(venue, manager);
    const { page, desk } = await comeToDesk(venue, 'en', manager);
    const exporting = buildExport(page, 'en');
    await desk.link('export').click();
    await exporting.noDrive.waitFor();
    await expect.poll(() => exporting.start.getAttribute('aria-disabled')).toBe('true');
  });
});

describe.skipIf(whyNoMedia() !== undefined)('a medium that is full', () => {
  const mounted = join(media, 'small');
  mkdirSync(mounted);
  const venue = inVenue({ export: { folders: [mounted] } });

  test('is told in words, and nothing of the export stays on it', async () => {
    const mount = ['-t', 'tmpfs', '-o', 'size=16384,mode=0700', 'pravesh-test', mounted];
    expect(spawnSync('mount', mount).status).toBe(0);
    try {
      await makeStaff(venue, manager);
      const { page, desk } = await comeToDesk(venue, 'en', manager);
      const exporting = buildExport(page, 'en');
      await desk.link('export').click();
      await exporting.drive('small').waitFor();
      await exporting.start.click();
      await exporting.text(exporting.say('fault-medium-full')).waitFor();
      expect(readdirSync(mounted)).toEqual([]);
    } finally {
      spawnSync('umount', ['--lazy', mounted]);
    }
  });
});
