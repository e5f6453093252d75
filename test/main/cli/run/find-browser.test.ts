/** Where browsers are looked for, on each system. */
import { expect, test } from 'vitest';
import { hasDisplay } from '../../../../main/cli/run/display.ts';
import { type BrowserPlace, findBrowser } from '../../../../main/cli/run/find-browser.ts';

function place(platform: NodeJS.Platform, env: BrowserPlace['env'], ...programs: string[]): BrowserPlace {
  return { platform, env, home: '/home/kiosk', isProgram: (path) => programs.includes(path) };
}

test.for([
  ['linux', { PATH: '/a:/b' }, ['/b/google-chrome', '/b/chromium'], '/b/chromium'],
  ['linux', { PATH: '/a::/b' }, ['/b/microsoft-edge'], '/b/microsoft-edge'],
  [
    'win32',
    { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\L' },
    ['C:\\L\\Google\\Chrome\\Application\\chrome.exe'],
    'C:\\L\\Google\\Chrome\\Application\\chrome.exe',
  ],
  [
    'win32',
    { 'PROGRAMFILES(X86)': 'C:\\X86' },
    ['C:\\X86\\Microsoft\\Edge\\Application\\msedge.exe'],
    'C:\\X86\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  [
    'darwin',
    {},
    ['/home/kiosk/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    '/home/kiosk/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
] as const)('%s: finds what is installed', ([platform, env, programs, path]) => {
  expect(findBrowser(place(platform, env, ...programs))).toEqual({ path });
});

test.for(['linux', 'win32', 'darwin'] as const)('%s: says that there is none', (platform) => {
  expect(findBrowser(place(platform, {}))).toEqual({ missing: 'no Chromium, Chrome or Edge is installed' });
});

test('PRAVESH_BROWSER goes first, and nothing stands in for it', () => {
  const env = { PATH: '/usr/bin', PRAVESH_BROWSER: '/opt/mine' };
  expect(findBrowser(place('linux', env, '/usr/bin/chromium', '/opt/mine'))).toEqual({ path: '/opt/mine' });
  const without = findBrowser(place('linux', env, '/usr/bin/chromium'));
  expect(without).toEqual({ missing: expect.stringContaining('PRAVESH_BROWSER names /opt/mine') });
});

test.for([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-1' }, true],
  ['win32', {}, true],
  ['darwin', {}, true],
] as const)('a display on %s with %o: %s', ([platform, env, expected]) => {
  expect(hasDisplay(platform, env)).toBe(expected);
});
