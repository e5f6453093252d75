/** How a browser is started: nothing of the launch, nothing of our secrets. */
import { expect, test } from 'vitest';
import { browserEnv, browserFlags } from '../../../../main/cli/run/browser-flags.ts';

const options = { executable: '/usr/bin/chromium', profile: '/tmp/p', platform: 'linux' } as const;

test('fullscreen on an empty page, with the profile of this run and without a trace on the disk', () => {
  const flags = browserFlags(options);
  for (const flag of [
    '--kiosk',
    '--incognito',
    '--user-data-dir=/tmp/p',
    '--remote-debugging-pipe',
    '--disable-pinch',
  ]) {
    expect(flags).toContain(flag);
  }
  expect(flags.at(-1)).toBe('about:blank');
  expect(flags.filter((flag) => flag.startsWith('--disable-features='))).toHaveLength(1);
});

test('the sandbox of the browser stays on, and no port is opened', () => {
  const line = browserFlags(options).join(' ');
  expect(line).not.toMatch(/no-sandbox|disable-web-security|remote-debugging-port/);
});

test('Edge has its own word, tests have their own flags', () => {
  const flags = browserFlags({
    ...options,
    executable: 'C:\\msedge.exe',
    platform: 'win32',
    testFlags: '--headless  --x=1',
  });
  expect(flags).toEqual(expect.arrayContaining(['--inprivate', '--headless', '--x=1']));
  expect(flags).not.toContain('--ozone-platform-hint=auto');
  expect(flags).not.toContain('--enable-speech-dispatcher');
});

test('our own variables do not reach the browser', () => {
  const env = { PATH: '/bin', DISPLAY: ':0', PRAVESH_API_KEY: 'k', npm_config_x: 'x', NODE_OPTIONS: '--inspect' };
  expect(browserEnv(env)).toEqual({ PATH: '/bin', DISPLAY: ':0' });
});
