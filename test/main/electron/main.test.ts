import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildClient } from '../../../main/contract/public.ts';
import { openLogReader } from '../../../main/core/kiosk.ts';
import { buildIpcTransport } from '../../../renderer/client/ipc-transport.ts';
import { openPage } from '../../support/electron-page.ts';
import { runElectronMain } from '../../support/electron-program.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

describe('the Electron host', () => {
  it('serves a demonstration from one window, and a visit ends in its log', async () => {
    const data = join(makeTemporaryFolder(), 'data');
    const program = await runElectronMain(['--data', data]);
    expect(program.protocol.privileged).toEqual({ pravesh: { standard: true, secure: true } });
    expect(program.app.isSandboxed).toBe(true);
    expect(program.app.switches.includes('enable-speech-dispatcher')).toBe(process.platform === 'linux');
    expect(program.windows).toEqual([]);
    program.app.becomeReady();
    expect(await program.ready).toBe('pravesh://kiosk/');
    expect(program.windows).toHaveLength(1);
    const [window] = program.windows;
    if (window === undefined) {
      throw new TypeError('there is no window');
    }
    expect(window.options).toMatchObject({ kiosk: true });
    expect(window.did).toContain('show');

    const client = buildClient(buildIpcTransport(await openPage(program.ipc, window.webContents)));
    const described = await client['kiosk.describe']({});
    const version = described.ok && described.value.demo ? described.value.consent.version : '';
    const started = await client['verification.start']({
      fullName: 'Asha Kumari',
      mobileNumber: '9876543210',
      purpose: 'visitor',
      consent: { version, locale: 'hi', accepted: true },
    });
    const id = started.ok ? started.value.id : '';
    const phone = await client['demo.phone']({ id });
    const otp = phone.ok ? (phone.value.messages.at(-1)?.otp ?? '') : '';
    expect(await client['verification.submitOtp']({ id, otp })).toMatchObject({
      ok: true,
      value: { state: 'decided', decision: 'admitted' },
    });

    expect(await program.quit()).toBe(0);
    expect(program.written).toEqual({ out: 'pravesh ready pravesh://kiosk/\n', err: '' });
    const reader = openLogReader({ data });
    // Before it stands that DEMO made its operator.
    expect(reader.list({ limit: 10 })).toMatchObject([{ outcome: 'act' }, { seq: 2, outcome: 'admitted' }]);
    reader.close();
  });

  it('closes what a kiosk must not have: both sessions, keys, zoom, sleep, the arrow', async () => {
    const menus: unknown[] = [];
    const program = await runElectronMain(['--data', join(makeTemporaryFolder(), 'data')], ({ app }) =>
      app.on('menu', (menu) => menus.push(menu)),
    );
    expect(menus).toEqual([null]);
    program.app.becomeReady();
    await program.ready;
    const [window] = program.windows;
    for (const session of [program.session, program.partitions.get('pravesh')]) {
      expect(session?.mayCheck?.({}, 'media', 'pravesh://kiosk')).toBe(false);
      expect(session?.listenerCount('will-download')).toBe(1);
    }
    // The pages are those of the session in memory; the other one has none.
    expect(window?.options).toMatchObject({ webPreferences: { partition: 'pravesh' } });
    await expect(program.protocol.fetch('pravesh://kiosk/')).rejects.toThrow('ERR_UNKNOWN_URL_SCHEME');
    expect([...program.partitions.keys()].filter((name) => name.startsWith('persist:'))).toEqual([]);
    expect(window?.webContents.listenerCount('before-input-event')).toBe(1);
    expect(window?.webContents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
    expect(program.app.listenerCount('certificate-error')).toBe(1);
    expect([...program.power.blocking.values()]).toEqual(['prevent-display-sleep']);
    window?.webContents.emit('dom-ready', {});
    expect(window?.webContents.did).toContain('* { cursor: none !important; }');
    program.screen.emit('display-metrics-changed', {}, {}, ['bounds']);
    expect(window?.did.slice(-2)).toEqual(['close in', 'fill']);
    // Without a window nobody could end the program but by force.
    const exited = once(program.app, 'exited');
    program.app.emit('window-all-closed');
    expect(await exited).toEqual([0]);
    expect(program.power.blocking.size).toBe(0);
  });

  it('does not run without Chromium’s sandbox', async () => {
    const data = join(makeTemporaryFolder(), 'data');
    const program = await runElectronMain(['--data', data], ({ app }) => app.switches.push('no-sandbox'));
    await expect.poll(() => program.app.exits).toEqual([2]);
    expect(program.written.err).toContain('it does not run with --no-sandbox');
    expect(existsSync(data)).toBe(false);
  });

  it('keeps Chromium’s files in the data folder', async () => {
    const data = join(makeTemporaryFolder(), 'data');
    const program = await runElectronMain(['--data', data]);
    expect(program.app.paths.userData).toBe(join(data, 'electron'));
    expect(existsSync(join(data, 'electron'))).toBe(true);
  });

  it('opens a reception desk in an ordinary window, and visitors on a second display', async () => {
    const folder = makeTemporaryFolder();
    const config = join(folder, 'pravesh.yml');
    writeFileSync(
      config,
      [
        'site: {id: hq, name: Head Office, terminal: desk-1, timezone: Asia/Kolkata}',
        'upstream: {baseUrl: "http://127.0.0.1:9/api", apiKey: key, signature: off}',
        'policy: {purposes: {visitor: {admit: [2]}}}',
        'kiosk: {mode: reception}',
      ].join('\n'),
    );
    const args = ['--data', join(folder, 'data'), '--config', config];
    const program = await runElectronMain(args, ({ screen }) => {
      const bounds = { x: 1920, y: 0, width: 1080, height: 1920 };
      screen.displays.push({ id: 2, bounds, touchSupport: 'available' });
    });
    program.app.becomeReady();
    expect(await program.ready).toBe('pravesh://kiosk/operator');
    const [desk, visitors] = program.windows;
    expect(desk?.options).toMatchObject({ kiosk: false, frame: true });
    expect(visitors?.options).toMatchObject({ kiosk: true, x: 1920, y: 0 });
    // Staff copy and paste; visitors do not.
    const copying = { key: 'c', shift: false, control: true, alt: false, meta: false };
    const refused: (string | undefined)[] = [];
    for (const window of [desk, visitors]) {
      const preventDefault = () => refused.push(String(window?.options.kiosk));
      window?.webContents.emit('before-input-event', { preventDefault }, copying);
    }
    expect(refused).toEqual(['true']);
    expect(visitors?.did).toEqual([expect.stringContaining('load pravesh://kiosk/?screen '), 'show']);
    desk?.close();
    expect(visitors?.did.at(-1)).toBe('destroy');
  });

  it('serves HTTP beside its window when a port is asked for', async () => {
    const program = await runElectronMain(['--data', join(makeTemporaryFolder(), 'data'), '--port', '0']);
    program.app.becomeReady();
    const url = await program.ready;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?launch=/);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    expect(await program.quit()).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('leaves the window to the first instance, which brings it to the front', async () => {
    const data = join(makeTemporaryFolder(), 'data');
    const second = await runElectronMain(['--data', data], ({ app }) => {
      app.isFirst = false;
    });
    expect(second.app.exits).toEqual([0]);
    expect(second.written.err).toContain('it runs already');
    expect(existsSync(join(data, 'pravesh.db'))).toBe(false);

    const first = await runElectronMain(['--data', data]);
    first.app.becomeReady();
    await first.ready;
    const [window] = first.windows;
    window?.did.splice(0);
    first.app.emit('second-instance');
    expect(window?.did).toEqual(['focus']);
  });

  it('says what is wrong with a configuration, and starts nothing', async () => {
    const data = join(makeTemporaryFolder(), 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'pravesh.yml'), 'site: {id: hq}\nunheard: of\n');
    const exited = runElectronMain(['--data', data]);
    const program = await exited;
    await expect.poll(() => program.app.exits).toEqual([2]);
    expect(program.written.err).toContain('pravesh.yml');
    expect(program.written.err).toContain('unheard');
    expect(program.written.err).not.toContain('made a mistake');
    expect(program.written.out).toBe('');
  });

  it('says that another program uses the data folder', async () => {
    const data = join(makeTemporaryFolder(), 'data');
    const first = await runElectronMain(['--data', data]);
    first.app.becomeReady();
    await first.ready;
    const second = await runElectronMain(['--data', data]);
    const exited = once(second.app, 'exited');
    second.app.becomeReady();
    expect(await exited).toEqual([2]);
    expect(second.written.err).toMatch(/^pravesh: Another Pravesh is using the data folder/);
  });
});
