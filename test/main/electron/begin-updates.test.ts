/** Whether there are updates at all, and when the kiosk counts as free. */
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { beginUpdates } from '../../../main/electron/begin-updates.ts';
import type { BuilderUpdater } from '../../../main/electron/program-updater.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';
import { buildSettings } from '../../support/settings.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const minute = 60_000;
const updates = { feed: 'https://updates.example.in', quietHours: { from: 0, to: 1439 } };

/** A program that may replace itself, with one window; the updater never finds anything. */
async function setUp({ isPackaged = true, withFeed = true } = {}) {
  const clock = buildFakeClock();
  const app = Object.assign(new EventEmitter(), { isPackaged, relaunch: () => {} });
  const contents = new EventEmitter();
  const did: string[] = [];
  const lines: string[] = [];
  const visits = { open: 0 };
  const keep = (event: string) => void lines.push(event);
  const updater: BuilderUpdater = {
    autoDownload: true,
    autoInstallOnAppQuit: true,
    allowDowngrade: false,
    allowPrerelease: false,
    disableWebInstaller: false,
    requestHeaders: null,
    logger: null,
    on: () => {},
    async checkForUpdates() {
      did.push('find');
      return { isUpdateAvailable: true, updateInfo: { version: '9.0.0' } };
    },
    downloadUpdate: async () => void did.push('download'),
    quitAndInstall: () => void did.push('replace'),
  };
  const file = join(makeTemporaryFolder(), 'Pravesh.AppImage');
  const end = await beginUpdates({
    app,
    settings: buildSettings(withFeed ? { updates } : {}),
    kiosk: { openVisits: () => visits.open },
    logger: { info: keep, warn: keep, error: keep },
    clock,
    program: { platform: 'linux', execPath: '/opt/pravesh', env: { APPIMAGE: file }, argv: ['pravesh', '--port', '0'] },
    load: async () => {
      did.push('load');
      return updater;
    },
  });
  onTestFinished(end);
  app.emit('web-contents-created', {}, contents);
  return { clock, contents, did, lines, visits };
}

it('without a feed nothing is loaded, and nobody is asked', async () => {
  const { clock, did, lines } = await setUp({ withFeed: false });
  expect({ did, lines, timers: clock.timers() }).toEqual({ did: [], lines: [], timers: 0 });
});

it('a program that others install is left to them, and says so', async () => {
  const { clock, did, lines } = await setUp({ isPackaged: false });
  expect({ did, timers: clock.timers() }).toEqual({ did: [], timers: 0 });
  expect(lines).toEqual(['updates are not put in by the program']);
});

it('the screen counts as free a quarter of an hour after the last touch', async () => {
  const { clock, contents, did, lines } = await setUp();
  await clock.pass(10 * minute);
  contents.emit('input-event');
  await clock.pass(14 * minute);
  expect(did).toEqual(['load', 'find', 'download']);
  await clock.pass(2 * minute);
  // The file that runs is not there, so it cannot be kept, and nothing is replaced.
  expect(lines.at(-1)).toBe('update not put in');
  expect(did).not.toContain('replace');
});

it('a visit that goes on elsewhere holds an update up as well', async () => {
  const { clock, visits, lines } = await setUp();
  visits.open = 1;
  await clock.pass(60 * minute);
  expect(lines).toEqual(['update downloaded']);
});
