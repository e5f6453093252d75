import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findUpdateWay } from '../../../main/electron/update-way.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const packaged = { isPackaged: true, execPath: '/opt/Pravesh/pravesh', env: {} };

describe('a program replaces itself', () => {
  it('as an AppImage in a folder of its own account, and keeps the file before beside it', () => {
    const current = join(makeTemporaryFolder(), 'Pravesh.AppImage');
    writeFileSync(current, '');
    expect(findUpdateWay({ ...packaged, platform: 'linux', env: { APPIMAGE: current } })).toEqual({
      by: 'program',
      kind: 'appimage',
      current,
      previous: `${current}.previous`,
    });
  });

  it('on Windows where the account has installed it for itself, and keeps the installer before', () => {
    const env = { LOCALAPPDATA: '/Users/kiosk/AppData/Local' };
    const execPath = '/users/kiosk/AppData/Local/Programs/Pravesh/Pravesh.exe';
    expect(findUpdateWay({ ...packaged, platform: 'win32', execPath, env })).toEqual({
      by: 'program',
      kind: 'nsis',
      current: '/Users/kiosk/AppData/Local/pravesh-updater/installer.exe',
      previous: '/Users/kiosk/AppData/Local/pravesh-updater/previous-installer.exe',
    });
  });
});

describe('somebody else replaces it', () => {
  const versioned = '/srv/Pravesh-0.1.0-x86_64.AppImage';

  it.each([
    ['from sources', { ...packaged, isPackaged: false, platform: 'linux' }, 'sources'],
    ['from a deb or rpm', { ...packaged, platform: 'linux' }, 'package manager'],
    [
      'an AppImage that is named after its version',
      { ...packaged, platform: 'linux', env: { APPIMAGE: versioned } },
      'name',
    ],
    [
      'in Program Files',
      { ...packaged, platform: 'win32', env: { LOCALAPPDATA: '/Users/kiosk/AppData/Local' } },
      'administrator',
    ],
    ['on Windows without a profile', { ...packaged, platform: 'win32' }, 'administrator'],
    ['on macOS', { ...packaged, platform: 'darwin' }, 'by hand'],
  ] as const)('%s', (_name, facts, why) => {
    expect(findUpdateWay(facts)).toEqual({ by: 'system', why: expect.stringContaining(why) });
  });

  it('in a folder that the account cannot write', () => {
    const folder = makeTemporaryFolder();
    chmodSync(folder, 0o500);
    const way = findUpdateWay({
      ...packaged,
      platform: 'linux',
      env: { APPIMAGE: join(folder, 'no', 'Pravesh.AppImage') },
    });
    expect(way).toEqual({ by: 'system', why: expect.stringContaining('cannot be written') });
  });
});
