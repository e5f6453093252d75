/** Crashes of the page and of the program, in the double of Electron. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildClient } from '../../../main/contract/public.ts';
import { openLogReader } from '../../../main/core/kiosk.ts';
import { crashRecordOf } from '../../../main/platform/crash-record.ts';
import { askLocalDoor } from '../../../main/platform/local-door.ts';
import { buildIpcTransport } from '../../../renderer/client/ipc-transport.ts';
import type { WindowDouble } from '../../support/electron-double.ts';
import { openPage } from '../../support/electron-page.ts';
import { type ElectronProgram, runElectronMain } from '../../support/electron-program.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const poll = { timeout: 10_000 };
const kioskLoaded = expect.stringMatching(/^load pravesh:\/\/kiosk\/ /);

async function open(...args: string[]) {
  const data = join(makeTemporaryFolder(), 'data');
  const program = await runElectronMain(['--data', data, ...args]);
  program.app.becomeReady();
  await program.ready;
  const [window] = program.windows;
  if (window === undefined) {
    throw new TypeError('there is no window');
  }
  window.did.splice(0);
  return { data, program, window };
}

/** Begins a visit as the page does, as far as its code. */
async function beginVisit({ ipc }: ElectronProgram, window: WindowDouble): Promise<void> {
  const client = buildClient(buildIpcTransport(await openPage(ipc, window.webContents)));
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const person = { fullName: 'Asha Kumari', mobileNumber: '9876543210', purpose: 'visitor' };
  const consent = { version, locale: 'en', accepted: true } as const;
  expect(await client['verification.start']({ ...person, consent })).toMatchObject({
    value: { state: 'awaiting-otp' },
  });
}

const loads = (window: WindowDouble) => window.did.filter((did) => did.startsWith('load'));

test('a page whose process is gone comes back in its window, and its visit ends with a row', async () => {
  const { data, program, window } = await open();
  await beginVisit(program, window);
  window.webContents.crash();
  await expect.poll(() => loads(window), poll).toEqual([kioskLoaded]);
  expect(program.windows).toHaveLength(1);
  const reader = openLogReader({ data });
  const rows = () => reader.list({ limit: 10 }).filter(({ outcome }) => outcome !== 'act');
  await expect.poll(rows, poll).toMatchObject([{ outcome: 'not-verified', reason: 'page-gone' }]);
  reader.close();
});

test('a page that hangs is ended and comes back: Electron says so, or no beat comes', async () => {
  const { window } = await open();
  window.emit('unresponsive');
  await expect.poll(() => loads(window).length, poll).toBe(1);
  // It has been felt to paint once before.
  const asked = Promise.withResolvers<void>();
  window.webContents.script = async () => {
    asked.resolve();
    return 'painted';
  };
  await asked.promise;
  window.webContents.script = () => new Promise(() => {});
  await expect.poll(() => loads(window).length, poll).toBe(2);
});

test('the fifth crash shows the still page, out of order; staff who say "in service" bring the page back', async () => {
  const { data, program, window } = await open();
  for (const crash of [1, 2, 3, 4, 5]) {
    window.webContents.crash();
    await expect.poll(() => loads(window).length, poll).toBe(crash);
  }
  expect(loads(window).at(-1)).toBe('load pravesh://kiosk/still 200');
  const still = await program.partitions.get('pravesh')?.protocol.fetch('pravesh://kiosk/still');
  const html = (await still?.text()) ?? '';
  expect(html).toContain('Please go to the reception');
  expect(html).toContain('रिसेप्शन');
  expect(html).toContain(still?.headers.get('content-security-policy'));
  const health = () => askLocalDoor(data, 'health.get', {});
  expect(await health()).toMatchObject({ value: { state: 'out-of-order', reason: 'crashes' } });
  expect(await askLocalDoor(data, 'service.resume', {})).toMatchObject({ ok: true });
  await expect.poll(() => loads(window).at(-1), poll).toEqual(kioskLoaded);
});

test.for([
  [[], 1],
  [['--kept'], 0],
] as const)(
  'a mistake that nobody caught ends the program in order, with %j it begins itself anew %i times',
  async ([args, relaunches]) => {
    const { program } = await open(...args);
    const exited = once(program.app, 'exited');
    process.emit('unhandledRejection', new RangeError('Asha Kumari 9876543210'), Promise.resolve());
    expect(await exited).toEqual([70]);
    expect(program.app.relaunches).toBe(relaunches);
    expect(program.written.err).toContain('the program made a mistake (RangeError)');
    expect(program.written.err).not.toMatch(/Asha|9876543210/);
  },
);

test('a program that has crashed five times in two minutes begins out of order', async () => {
  const data = makeTemporaryFolder();
  const crashes = [4, 3, 2, 1].map((seconds) => Date.now() - seconds * 1_000);
  writeFileSync(crashRecordOf(data), JSON.stringify({ crashes }));
  const program = await runElectronMain(['--data', data]);
  program.app.becomeReady();
  await program.ready;
  expect(await askLocalDoor(data, 'health.get', {})).toMatchObject({ value: { reason: 'crashes' } });
});
