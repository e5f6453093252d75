/** The browser is kept on the page, with a fake that dies; test/e2e/browser-crashes.test.ts has a real one. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { keepBrowser } from '../../../../main/cli/run/browser-kiosk.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

/** A folder of its own for profiles, so that each is seen to go. */
beforeEach(() => {
  vi.stubEnv('TMPDIR', makeTemporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
});

const profiles = () => readdirSync(process.env.TMPDIR ?? '').filter((name) => name.startsWith('pravesh-browser-'));

function keep(executable: string, url = 'http://127.0.0.1:1/?launch=secret') {
  const lines: string[] = [];
  const events: string[] = [];
  const browser = keepBrowser({
    executable,
    url: () => url,
    still: () => '<!doctype html><title>still</title>',
    onCrash: () => events.push('crash'),
    onTooOften: () => events.push('too often'),
    onRecovered: () => events.push('recovered'),
    say: (line) => lines.push(line),
  });
  onTestFinished(browser.close);
  return { lines, events, browser };
}

const poll = { timeout: 15_000 };

/** A shell script in the place of a browser; between its two parts it notes its arguments, a line for each start. */
function fakeBrowser(script: string, first = ''): { path: string; starts: () => string[] } {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'browser');
  const notes = join(folder, 'starts');
  writeFileSync(path, `#!/bin/sh\n${first}\necho "$*" >> '${notes}'\n${script}\n`);
  chmodSync(path, 0o755);
  return { path, starts: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []) };
}

test('a browser that dies is brought back with a fresh profile; at the fifth death the still page is shown', async () => {
  const { path, starts } = fakeBrowser('echo "no sandbox for you" >&2; exit 3');
  const { lines, events, browser } = keep(path);
  await expect.poll(() => events, poll).toContain('too often');
  // The sixth start is that of the still page.
  await expect.poll(() => starts(), poll).toHaveLength(6);
  expect(new Set(starts().map((line) => /--user-data-dir=(\S+)/.exec(line)?.[1])).size).toBe(6);
  expect(events).toEqual([...Array(5).fill('crash'), 'too often']);
  const why = "the kiosk's page is lost: the browser has ended (exit code 3: no sandbox for you); it is shown again";
  expect(lines.slice(0, 5)).toEqual(Array(5).fill(why));
  expect(lines[5]).toContain('5 times in two minutes');
  expect(lines[6]).toContain('The server stays up');
  expect([...starts(), ...lines].join('\n')).not.toContain('secret');
  await browser.close();
  await expect.poll(() => profiles(), poll).toEqual([]);
});

test('a browser that cannot be started is a crash as well', async () => {
  const { lines, events } = keep('/nowhere/browser');
  await expect.poll(() => events, poll).toContain('too often');
  expect(lines[0]).toContain('it cannot be started');
});

test('at the end the browser is ended, also one that does not want to', async () => {
  const { path, starts } = fakeBrowser('while true; do sleep 0.1; done', "trap '' TERM");
  const { lines, browser } = keep(path);
  await expect.poll(() => starts(), poll).toHaveLength(1);
  await browser.close();
  expect(lines).toEqual([]);
  expect(profiles()).toEqual([]);
});
