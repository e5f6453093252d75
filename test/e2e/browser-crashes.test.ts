/**
 * The kiosk in a real browser, as `pravesh run` keeps it: whatever becomes of its page or its server, the start screen
 * comes back, a visit that was under way has its row, and the fifth loss gives way to the still page (D5).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLogReader } from '../../main/core/kiosk.ts';
import { askLocalDoor } from '../../main/platform/local-door.ts';
import { en } from '../../renderer/i18n/en.ts';
import { hi } from '../../renderer/i18n/hi.ts';
import { type KeptBrowser, startKeptBrowser } from './support/kept-browser.ts';

const poll = { timeout: 8_000, interval: 100 };

/** People of the demonstration, one for each visit: a number is not sent one code after the other. */
const people = [
  ['Asha Kumari', '9876543210'],
  ['Mohammed Salim Khan', '9000000001'],
  ['Lakshmi Iyer', '9000000002'],
  ['मीना देवी', '9000000003'],
  ['Gurpreet Singh', '9000000008'],
] as const;

/** Runs in the page: a visit as far as its code, and its screen as far as the notice. */
const beginVisit = (name: string, mobile: string) => `(async () => {
  const ask = async (path, body) => (await fetch('/api/v1/' + path, {
    method: body ? 'POST' : 'GET',
    headers: body ? { 'content-type': 'application/json' } : {},
    body: body && JSON.stringify(body),
  })).json();
  const { consent } = await ask('kiosk');
  const visit = await ask('verifications', {
    fullName: '${name}', mobileNumber: '${mobile}', purpose: 'visitor',
    consent: { version: consent.version, locale: 'en', accepted: true },
  });
  [...document.querySelectorAll('button')].find((button) => button.textContent.includes('English')).click();
  return visit.state;
})()`;

/** Which screen the page shows, by its words; it is marked, so that the next page is known to be another one. */
const look = (mark: string) => `(() => {
  const text = document.body.innerText;
  const isOther = window.mark !== ${JSON.stringify(mark)};
  return isOther && text.includes(${JSON.stringify(en['begin.touch'])}) ? 'start' : isOther ? text : 'the same page';
})()`;

describe.runIf(process.platform === 'linux')('the kiosk in a browser', () => {
  let kept: KeptBrowser;
  let folder = '';
  let data = '';
  let losses = 0;
  const coming = people.values();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pravesh-e2e-'));
    data = join(folder, 'data');
    kept = await startKeptBrowser(folder);
  });
  afterAll(async () => {
    expect(await kept.program.stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = () => {
    const reader = openLogReader({ data });
    const all = reader.list({ limit: 100 });
    reader.close();
    return all.filter(({ outcome }) => outcome !== 'act');
  };
  const lastRow = () => rows().map(({ outcome, reason }) => `${outcome} ${reason}`)[losses - 1];
  const showsStart = (mark: string) => expect.poll(() => kept.evaluate(look(mark)), poll).toBe('start');

  /** Begins a visit, does the harm, and waits for the start screen of another page. */
  async function harm(mark: string, doHarm: () => unknown): Promise<void> {
    await showsStart(mark);
    await kept.evaluate(`window.mark = ${JSON.stringify(mark)}`);
    const [name = '', mobile = ''] = coming.next().value ?? [];
    expect(await kept.evaluate(beginVisit(name, mobile))).toBe('awaiting-otp');
    await expect.poll(() => kept.evaluate('document.body.innerText'), poll).toContain(en['consent.age']);
    // Its host has felt it paint: until then a page has longer, because it may still be on its way.
    await expect.poll(() => kept.evaluate('performance.now() > 1_500'), poll).toBe(true);
    await doHarm();
    await showsStart(mark);
  }

  test.for<[string, string, (browser: KeptBrowser) => unknown]>([
    ['crashes', 'its page crashed', (browser) => browser.command('Page.crash')],
    ['hangs', 'it does not paint', (browser) => browser.signalPages('SIGSTOP')],
    ['turns white', 'it does not paint', (browser) => browser.evaluate('document.body.replaceChildren()')],
    ['is closed', 'its page was closed', (browser) => browser.closePage()],
  ])(
    'a page that %s during a visit comes back on the start screen, and the visit has its row',
    async ([name, words, doHarm]) => {
      await harm(name, () => doHarm(kept));
      losses += 1;
      await expect.poll(lastRow, poll).toBe('not-verified page-gone');
      expect(rows()).toHaveLength(losses);
      expect(
        kept.program
          .stderr()
          .split('\n')
          .filter((line) => line.includes('is lost'))
          .at(-1),
      ).toContain(words);
    },
  );

  test('the server is killed during a visit: it is back on its port, and the page on the start screen', async () => {
    const before = kept.serverPid();
    await harm('killed', () => process.kill(before, 'SIGKILL'));
    expect(kept.serverPid()).not.toBe(before);
    // What was only in memory is gone with it: nobody was shown a decision, and there is none (D1, E1).
    expect(rows()).toHaveLength(losses);
  });

  test('the fifth loss in two minutes: the still page says where to go, and staff bring the kiosk back', async () => {
    await kept.command('Page.crash');
    await expect.poll(() => kept.evaluate('document.body.innerText'), poll).toContain(hi['order.text']);
    expect(await kept.evaluate('document.body.innerText')).toContain(en['order.text']);
    expect(await kept.evaluate('document.fonts.check("16px Noto Sans Devanagari", "मशीन")')).toBe(true);
    const health = () => askLocalDoor(data, 'health.get', {});
    await expect.poll(health, poll).toMatchObject({ value: { state: 'out-of-order', reason: 'crashes' } });
    expect(await askLocalDoor(data, 'service.resume', {})).toMatchObject({ ok: true });
    await showsStart('still');
    expect(await health()).toMatchObject({ value: { state: 'in-service' } });
  });
});
