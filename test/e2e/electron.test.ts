/** A visit in the real Electron, where its binary has been downloaded and there is a display. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openLogReader } from '../../main/core/kiosk.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const root = dirname(dirname(import.meta.dirname));

/** The binary as the package names it, or why there is none to run. */
function findElectron(): { readonly path: string } | { readonly missing: string } {
  const folder = join(root, 'node_modules', 'electron');
  const note = join(folder, 'path.txt');
  const path = existsSync(note) ? join(folder, 'dist', readFileSync(note, 'utf8')) : undefined;
  if (path === undefined || !existsSync(path)) {
    return { missing: 'no Electron binary' };
  }
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  return hasDisplay ? { path } : { missing: 'no display for Electron' };
}

/** Runs in the page: a visit through nothing but the bridge. */
async function visit(): Promise<unknown> {
  const { pravesh } = window;
  if (pravesh === undefined) {
    return 'there is no bridge';
  }
  const value = (answered: unknown) => Object(Object(answered).value);
  const { version } = value(await pravesh['kiosk.describe']({})).consent;
  const started = await pravesh['verification.start']({
    fullName: 'Asha Kumari',
    mobileNumber: '9876543210',
    purpose: 'visitor',
    consent: { version, locale: 'en', accepted: true },
  });
  const { id } = value(started);
  const { messages } = value(await pravesh['demo.phone']({ id }));
  return pravesh['verification.submitOtp']({ id, otp: messages.at(-1).otp });
}

/** Starts the program as it is built, or says why that cannot be. */
async function start(skip: (why: string) => never, switches: readonly string[] = []) {
  const electron = findElectron();
  if ('missing' in electron) {
    return skip(electron.missing);
  }
  const data = join(makeTemporaryFolder(), 'data');
  // Chromium's own sandbox refuses to run for root, as test machines often are.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = await _electron.launch({
    executablePath: electron.path,
    args: [...asRoot, ...switches, join(root, 'dist', 'main', 'electron.js'), '--data', data],
    // Playwright itself looks into the pages, which the program refuses otherwise.
    env: { ...definedOf(process.env), PRAVESH_TEST_NO_SANDBOX: '1' },
  });
  onTestFinished(() => program.close());
  const page = await program.firstWindow();
  await page.locator('#face > *').first().waitFor();
  return { data, program, page };
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

test('the window shows the kiosk, keeps it apart from the program, and a visit ends in the log', async ({ skip }) => {
  const { data, program, page } = await start(skip);
  expect(page.url()).toBe('pravesh://kiosk/');
  const reach = await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in window));
  expect(reach).toEqual([]);
  expect(await page.evaluate(visit)).toMatchObject({ ok: true, value: { state: 'decided', decision: 'admitted' } });
  expect(program.windows()).toHaveLength(1);
  const reader = openLogReader({ data });
  // Before it stands that DEMO made its operator.
  expect(reader.list({ limit: 10 })).toMatchObject([{ outcome: 'act' }, { seq: 2, outcome: 'admitted' }]);
  reader.close();
});

test('nothing leads out of the page', async ({ skip }) => {
  const { program, page } = await start(skip);
  await page.evaluate(() => window.open('https://example.org/'));
  await page.evaluate(() => {
    window.location.href = 'https://example.org/';
  });
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
  });
  const asked = await page.evaluate(async () => {
    const fault = async (run: () => Promise<unknown>) => run().then(String, (error: unknown) => Object(error).name);
    return {
      fetched: await fault(() => fetch('https://example.org/')),
      media: await fault(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await fault(() => navigator.mediaDevices.getDisplayMedia()),
      clipboard: await fault(() => navigator.clipboard.readText()),
      notes: await fault(() => Notification.requestPermission()),
    };
  });
  expect(asked.fetched).toBe('TypeError');
  expect([asked.media, asked.screen, asked.clipboard]).not.toContain('[object MediaStream]');
  expect(asked.notes).toBe('denied');
  for (const shortcut of [
    'F12',
    'Control+Shift+I',
    'Control+R',
    'Control+W',
    'F11',
    'Control+Equal',
    'Alt+ArrowLeft',
  ]) {
    await page.keyboard.press(shortcut);
  }
  expect(program.windows()).toHaveLength(1);
  expect(page.url()).toBe('pravesh://kiosk/');
  const state = await program.evaluate(({ BrowserWindow, Menu }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      isKiosk: window?.isKiosk(),
      tools: window?.webContents.isDevToolsOpened(),
      zoom: window?.webContents.getZoomFactor(),
      isPersistent: window?.webContents.session.isPersistent(),
      menu: Menu.getApplicationMenu(),
    };
  });
  expect(state).toEqual({ isKiosk: true, tools: false, zoom: 1, isPersistent: false, menu: null });
});
