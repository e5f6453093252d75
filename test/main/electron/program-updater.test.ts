/** Drives electron-updater's own updater of AppImages against a feed, with real files; and what Windows needs with a double. */
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { buildProgramUpdater } from '../../../main/electron/program-updater.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { NodeAppImageUpdater, openUpdateFeed, writeAppImage } from '../../support/update-feed.ts';

/** An AppImage of version 1.0.0, and a feed. */
async function setUp() {
  const folder = makeTemporaryFolder();
  const current = join(folder, 'Pravesh.AppImage');
  const previous = `${current}.previous`;
  writeAppImage(current, '1.0.0');
  vi.stubEnv('APPIMAGE', current);
  onTestFinished(() => void vi.unstubAllEnvs());
  const feed = await openUpdateFeed();
  const real = new NodeAppImageUpdater(feed.url, folder);
  const relaunched: string[] = [];
  const updater = buildProgramUpdater(real, { by: 'program', kind: 'appimage', current, previous }, (file) =>
    relaunched.push(file),
  );
  const offer = (version: string, code?: number) => {
    const file = join(folder, 'offered');
    writeAppImage(file, version, code);
    feed.offer(version, file);
  };
  return { current, previous, feed, updater, relaunched, offer };
}

const read = (file: string) => readFileSync(file, 'utf8');

describe.runIf(process.platform === 'linux')('an AppImage', () => {
  it('is replaced by the newer version, started once to see that it runs, and the one before is kept', async () => {
    const { current, previous, updater, relaunched, offer } = await setUp();
    offer('1.1.0');
    expect(await updater.findNewer()).toBe('1.1.0');
    await updater.download();
    await updater.keepPrevious();
    updater.replace();
    expect(read(current)).toContain('# 1.1.0');
    expect(read(previous)).toContain('# 1.0.0');
    expect(read(`${current}.started`)).toBe('1.1.0 true\n');
    expect(relaunched).toEqual([current]);
  });

  it('is left as it is where the feed has nothing newer, also nothing older', async () => {
    const { updater, offer } = await setUp();
    for (const version of ['1.0.0', '0.9.0']) {
      offer(version);
      expect(await updater.findNewer(), version).toBeUndefined();
    }
  });

  it('comes back when the newer version does not start', async () => {
    const { current, updater, relaunched, offer } = await setUp();
    offer('1.1.0', 3);
    await updater.findNewer();
    await updater.download();
    await updater.keepPrevious();
    expect(() => updater.replace()).toThrow();
    expect(read(current)).toContain('# 1.0.0');
    expect(existsSync(`${current}.new`)).toBe(false);
    expect(relaunched).toEqual([]);
  });

  it('keeps one version before, the last', async () => {
    const { current, previous, updater } = await setUp();
    writeFileSync(previous, 'older');
    await updater.keepPrevious();
    await updater.keepPrevious();
    expect(read(previous)).toBe(read(current));
  });

  it('tells the feed no number of the machine, and asks it for nothing but the list and the file', async () => {
    const { feed, updater, offer } = await setUp();
    offer('1.1.0');
    await updater.findNewer();
    await updater.download();
    expect(feed.asked.map(({ path }) => path)).toEqual(['/pravesh/latest-linux.yml', '/pravesh/Pravesh.AppImage']);
    expect(new Set(feed.asked.map(({ machine }) => machine))).toEqual(new Set(['none']));
  });
});

/** As much of electron-updater's Windows updater as is used. */
class NsisDouble extends EventEmitter {
  autoDownload = true;
  autoInstallOnAppQuit = true;
  allowDowngrade = true;
  allowPrerelease = true;
  disableWebInstaller = false;
  requestHeaders = null;
  logger: unknown = {};
  version = '1.1.0';
  readonly did: unknown[] = [];

  async checkForUpdates() {
    return { isUpdateAvailable: true, updateInfo: { version: this.version } };
  }

  async downloadUpdate() {
    this.did.push('download');
  }

  quitAndInstall(isSilent: boolean, isForceRunAfter: boolean) {
    this.did.push({ isSilent, isForceRunAfter });
  }
}

function setUpWindows() {
  const folder = join(makeTemporaryFolder(), 'pravesh-updater');
  mkdirSync(folder);
  const [current, previous] = [join(folder, 'installer.exe'), join(folder, 'previous-installer.exe')];
  const double = new NsisDouble();
  const relaunched: string[] = [];
  const way = { by: 'program', kind: 'nsis', current, previous } as const;
  return {
    double,
    current,
    previous,
    relaunched,
    updater: buildProgramUpdater(double, way, (file) => relaunched.push(file)),
  };
}

describe('on Windows', () => {
  it('the installer runs silently and starts the program itself; that of this version is kept', async () => {
    const { double, updater, current, previous, relaunched } = setUpWindows();
    writeFileSync(current, 'installer of 1.0.0');
    await updater.keepPrevious();
    updater.replace();
    expect(read(previous)).toBe('installer of 1.0.0');
    expect(double.did).toEqual([{ isSilent: true, isForceRunAfter: true }]);
    expect(relaunched).toEqual([]);
  });

  it('nothing is replaced where the installer of this version is not there to be kept', async () => {
    await expect(setUpWindows().updater.keepPrevious()).rejects.toThrow('ENOENT');
  });

  it('it does nothing by itself, and takes no web installer', () => {
    expect(setUpWindows().double).toMatchObject({
      autoDownload: false,
      autoInstallOnAppQuit: false,
      allowDowngrade: false,
      allowPrerelease: false,
      disableWebInstaller: true,
    });
  });

  it.each(['1.1.0; rm -rf /', '', 'x'.repeat(41)])(
    'a feed that names %j as its version is not believed',
    async (version) => {
      const { double, updater } = setUpWindows();
      double.version = version;
      await expect(updater.findNewer()).rejects.toMatchObject({ code: 'ERR_UPDATER_INVALID_VERSION' });
    },
  );
});
