/** The browser is kept on the page: a fake that dies, and a real Chromium. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { diedTooOften, keepBrowser } from '../../../../main/cli/run/browser-kiosk.ts';
import { unpackChromium } from '../../../support/chromium-package.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

/** A folder of its own for profiles, so that each is seen to go. */
beforeEach(() => {
  vi.stubEnv('TMPDIR', makeTemporaryFolder());
  onTestFinished(() => void vi.unstubAllEnvs());
});

const profiles = () => readdirSync(process.env.TMPDIR ?? '').filter((name) => name.startsWith('pravesh-browser-'));

function keep(executable: string, url = 'http://127.0.0.1:1/?launch=secret') {
  const stop = new AbortController();
  const lines: string[] = [];
  const ended = keepBrowser({ executable, url, signal: stop.signal, say: (line) => lines.push(line), pauseMs: 5 });
  onTestFinished(async () => {
    stop.abort();
    await ended;
  });
  return { lines, ended, stop: () => stop.abort() };
}

/** A shell script in the place of a browser; between its two parts it notes its arguments, a line for each start. */
function fakeBrowser(script: string, first = ''): { path: string; starts: () => string[] } {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'browser');
  const notes = join(folder, 'starts');
  writeFileSync(path, `#!/bin/sh\n${first}\necho "$*" >> '${notes}'\n${script}\n`);
  chmodSync(path, 0o755);
  return { path, starts: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []) };
}

test('a browser that dies is brought back with a fresh profile; at the fifth death it is left', async () => {
  const { path, starts } = fakeBrowser('echo "no sandbox for you" >&2; exit 3');
  const { lines, ended } = keep(path);
  await ended;
  expect(starts()).toHaveLength(5);
  expect(new Set(starts().map((line) => /--user-data-dir=(\S+)/.exec(line)?.[1])).size).toBe(5);
  expect(lines.slice(0, 4)).toEqual(
    Array(4).fill('the browser has ended (exit code 3: no sandbox for you): it is started again'),
  );
  expect(lines[4]).toContain('5 times in two minutes');
  expect(lines[5]).toContain('The server stays up');
  expect(profiles()).toEqual([]);
});

test('the launch token is on no command line and in no word', async () => {
  const { path, starts } = fakeBrowser('exit 1');
  const { lines, ended } = keep(path);
  await ended;
  expect([...starts(), ...lines].join('\n')).not.toContain('secret');
});

test('a browser that cannot be started is a death as well', async () => {
  const { lines, ended } = keep('/nowhere/browser');
  await ended;
  expect(lines[0]).toContain('it cannot be started');
  expect(profiles()).toEqual([]);
});

test('at the end the browser is ended, also one that does not want to', async () => {
  const { path, starts } = fakeBrowser('while true; do sleep 0.1; done', "trap '' TERM");
  const { lines, ended, stop } = keep(path);
  await expect.poll(() => starts()).toHaveLength(1);
  stop();
  await ended;
  expect(lines).toEqual([]);
  expect(profiles()).toEqual([]);
});

test('five deaths count only within two minutes', () => {
  expect(diedTooOften([0, 1, 2, 3])).toBe(false);
  expect(diedTooOften([0, 30_000, 60_000, 90_000, 120_000])).toBe(true);
  expect(diedTooOften([0, 30_000, 60_000, 90_000, 120_001])).toBe(false);
  expect(diedTooOften([0, 0, 0, 500_000, 510_000, 520_000, 530_000, 540_000])).toBe(true);
});

/** A server that notes who asks for what; its launch URL sets a strict cookie and leads on, as the real one does. */
async function startPage() {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    if (request.url?.startsWith('/?launch=')) {
      response.writeHead(303, { location: '/kiosk', 'set-cookie': 'session=1; HttpOnly; SameSite=Strict' }).end();
    } else {
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>kiosk</title>');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const visits = () => requests.filter(({ url }) => url === '/kiosk');
  return { url: `http://127.0.0.1:${port}/?launch=secret`, requests, visits };
}

/** The pages' processes of the browser that runs on a profile of ours, found in Linux's /proc. */
function findRenderers(): number[] {
  const running = readdirSync('/proc').flatMap((name) => describeProcess(name));
  const groups = running.filter(({ line }) => line.includes(`--user-data-dir=${process.env.TMPDIR}`));
  const ours = running.filter(({ group }) => groups.some((other) => other.group === group));
  return ours.filter(({ line }) => line.includes('--type=renderer')).map(({ pid }) => pid);
}

function describeProcess(name: string): { pid: number; group: string; line: string }[] {
  try {
    const group = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[2] ?? '';
    return [{ pid: Number(name), group, line: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }];
  } catch {
    return [];
  }
}

test.runIf(process.platform === 'linux')(
  'a real Chromium opens the page as its own first visit, and comes back when its page crashes',
  async () => {
    const chromium = await unpackChromium();
    const executable = chromium?.executablePath ?? '/usr/bin/chromium';
    vi.stubEnv('LD_LIBRARY_PATH', chromium?.env.LD_LIBRARY_PATH);
    vi.stubEnv('PRAVESH_TEST_BROWSER_FLAGS', '--headless --no-sandbox --disable-gpu');
    const { url, requests, visits } = await startPage();
    const { lines, ended, stop } = keep(executable, url);
    const poll = { timeout: 15_000 };

    await expect.poll(visits, poll).toHaveLength(1);
    expect(visits()[0]?.headers).toMatchObject({ cookie: 'session=1', 'sec-fetch-site': 'none' });
    await expect.poll(() => findRenderers(), poll).not.toEqual([]);
    for (const pid of findRenderers()) {
      process.kill(pid, 'SIGKILL');
    }
    await expect.poll(visits, poll).toHaveLength(2);
    expect(lines).toEqual(['the browser has ended (its page crashed): it is started again']);
    expect(requests.every(({ headers }) => headers.referer === undefined || !headers.referer.includes('secret'))).toBe(
      true,
    );

    stop();
    await ended;
    expect(findRenderers()).toEqual([]);
    expect(profiles()).toEqual([]);
  },
  60_000,
);
