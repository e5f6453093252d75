/** The default data folder on each platform. */
import { describe, expect, it } from 'vitest';
import { appFolder } from '../../../main/platform/app-folders.ts';

describe('the application-data folder', () => {
  it.each([
    ['linux', {}, '/home/a/.local/share/pravesh'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/pravesh'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/pravesh'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/a/.local/share/pravesh'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/home/a/Library/Application Support/pravesh'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/pravesh'],
    ['win32', {}, '/home/a/AppData/Roaming/pravesh'],
  ] as const)('of %s with %j is %s', (platform, env, folder) => {
    expect(appFolder('pravesh', { platform, env, home: '/home/a' })).toBe(folder);
  });

  it('of a demonstration is another one', () => {
    expect(appFolder('pravesh-demo')).not.toBe(appFolder('pravesh'));
    expect(appFolder('pravesh-demo')).toMatch(/pravesh-demo$/);
  });
});
